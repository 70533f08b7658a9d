import type {SyntaxNode} from '@lezer/common'
import {type Code, oncePerCode} from './code.ts'
import {childrenOf, isBroken} from './nodes.ts'

/** One name of a field; offsets are UTF-16 units into the code. */
export interface StructField {
  name: string
  start: number
  end: number
  isExported: boolean
  /** With its quotes, or null. */
  tag: string | null
  /** Where a tag would be added. */
  typeEnd: number
  /** Whether it shares type and tag with another name. */
  isShared: boolean
}

export interface GoStruct {
  /** Of an anonymous struct the field it is the type of, after the name around: `Config.Server`; else empty. */
  name: string
  /** Embedded ones left out. */
  fields: StructField[]
}

/** The struct types of a piece of Go, those inside function bodies left out; one with lines that are no Go has no fields. */
export const structsIn = oncePerCode(({text: code, parsed}: Code): readonly GoStruct[] => {
  const found: GoStruct[] = []
  if (!code.includes('struct')) return found
  parsed?.tree.iterate({
    enter(ref) {
      if (ref.name === 'Block') return false
      const body = ref.name === 'StructType' ? ref.node.getChild('StructBody') : null
      if (body) found.push({name: nameOf(ref.node, code), fields: isReadable(body, code) ? fieldsOf(body, code) : []})
      return true
    },
  })
  return found
})

function nameOf(struct: SyntaxNode, code: string): string {
  const names: string[] = []
  for (let node: SyntaxNode | null = struct; node; node = node.parent) {
    const name = node.name === 'TypeSpec' ? node.getChild('DefName') : node.name === 'FieldDecl' && node.firstChild
    if (name) names.unshift(code.slice(name.from, name.to))
    if (node.name === 'TypeSpec') return names.join('.')
  }
  return ''
}

/** Dots may stand for fields left out; other text among the fields makes it doubtful where a field ends. */
function isReadable(body: SyntaxNode, code: string): boolean {
  return [...childrenOf(body)].every(({type, from, to}) => !type.isError || /^\.+$/.test(code.slice(from, to)))
}

function fieldsOf(body: SyntaxNode, code: string): StructField[] {
  return body.getChildren('FieldDecl').flatMap(field => {
    const names = isBroken(field) && !field.getChild('StructType') ? [] : field.getChildren('FieldName')
    const tag = field.lastChild?.name === 'String' ? field.lastChild : null
    return names.map(({from: start, to: end}) => {
      const name = code.slice(start, end)
      return {
        name,
        start,
        end,
        isExported: /^\p{Lu}/u.test(name),
        tag: tag && code.slice(tag.from, tag.to),
        typeEnd: tag?.prevSibling?.to ?? field.to,
        isShared: names.length > 1,
      }
    })
  })
}
