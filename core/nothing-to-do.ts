import type {Chunk} from './chunks.ts'
import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import {oncePer} from './once.ts'
import {anyScript} from './patterns.ts'
import {doesOneStart, haveAny, startingIn} from './ranges.ts'
import type {Section} from './sections.ts'

const someWords = String.raw`(?:[\p{L}-]+ ){0,3}`
const none = [
  `no ${someWords}(?:tasks?|work|prerequisites?)`,
  String.raw`sem ${someWords}(?:tarefas?|tasks?)(?: [\p{L}]+s)?`,
  'nenhuma (?:tarefa|task)',
  String.raw`sin ${someWords}(?:tareas?|tasks?)(?: [\p{L}]+s)?`,
  'ninguna tarea',
]
const here = [
  '(?:in|for) this (?:phase|step|feature|plan)',
  'nest[ae] (?:fase|etapa|feature|funcionalidade|plano)',
  'en est[ae] (?:fase|etapa|feature|funcionalidad|plan)',
]
const noTaskWords = `(?:${none.join('|')})(?: (?:${here.join('|')}))?`
const nothingToDo = anyScript(
  String.raw`^[\s*_(（]*(?:n\/a|not applicable|none (?:beyond|besides|other than)\b.*|(?:none|nothing|${noTaskWords})(?: (?:is |are )?(?:needed|required|to do))?(?: (?:${here.join('|')}))?|없음|해당 없음|无)\s*(?:$|[^\p{L}\p{N}\s'’])`,
  'i',
)
/** Labels that say so of all the tasks, wherever they stand. */
const saying =
  /^(?:note|notas?|purpose|tasks?|tarefas?|tareas?|objetivo|propósito|说明|說明|备注|備註|目的|任务|任務|목적|참고|작업)$/i
const label = /^\s*\*\*([^*:：\n]{1,20}?)\s*(?:\*\*\s*[:：]|[:：]\s*\*\*)/
const noTasks = anyScript(
  String.raw`^\s*(?:${noTaskWords}(?: (?:is |are )?(?:needed|required))?|无需[\p{Script=Han}]{0,6}任务|無需[\p{Script=Han}]{0,6}任務)(?=\s*(?:$|[^\p{L}\p{N}\s'’]))`,
  'i',
)
const leadingLabel = /^\s*\*\*[^*\n]{1,40}\*\*\s*[:：]?/

function saysNoTasks(words: string): boolean {
  const [lead = '', name = ''] = label.exec(words) ?? []
  return saying.test(name) && noTasks.test(words.slice(lead.length))
}

/** Whether a paragraph of the chunk says so; of most chunks none does, and a list for each would take memory. */
function saysSo(text: string, {blocks}: Chunk): boolean {
  return blocks.some(({kind, start, end}) => kind === 'paragraph' && saysNoTasks(text.slice(start, end)))
}

/** The paragraphs of a document that say there are no tasks. */
const withoutTasks = oncePer(({chunks, text}: Document): Range[] => {
  const paragraphs: Range[] = []
  for (const {chunk, found} of chunks.each(saysSo, null)) {
    if (!found) continue
    for (const block of chunk.blocks) {
      if (block.kind === 'paragraph' && saysNoTasks(text.slice(block.start, block.end))) paragraphs.push(block)
    }
  }
  return paragraphs
})

/** Whether a phase without work of its own says that there is nothing to do: `(none: no blocking prerequisites)`. */
export function saysNothingToDo(document: Document, {body}: Section): boolean {
  const {blocks, items, text} = document
  if (haveAny(withoutTasks(document), body)) return startingIn(items, body).every(({checked}) => checked === null)
  if (doesOneStart(items, body, () => true)) return false
  const content = startingIn(blocks, body).filter(({kind}) => kind !== 'comment' && kind !== 'rule')
  const [first] = content
  if (first?.kind !== 'paragraph') return false
  const words = text.slice(first.start, first.end)
  const said = words.replace(leadingLabel, '')
  return (said !== words || content.length === 1) && nothingToDo.test(said)
}
