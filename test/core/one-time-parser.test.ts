import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {NodeProp, type Tree} from '@lezer/common'
import {globSync} from 'tinyglobby'
import {expect, test} from 'vitest'
import {blockParser} from '../../core/block-parser.ts'
import {oneTimeParser} from '../../core/one-time-parser.ts'
import {oddTexts} from '../plan-texts.ts'

const root = join(import.meta.dirname, '../..')
const texts = {
  ...oddTexts,
  ...Object.fromEntries(
    globSync('fixtures/*/*.md', {cwd: root}).map(file => [file, readFileSync(join(root, file), 'utf8')]),
  ),
}

function nodesOf(tree: Tree): string[] {
  const nodes: string[] = []
  tree.iterate({enter: ({name, from, to}) => void nodes.push(`${name} ${from}-${to}`)})
  return nodes
}

test.each(Object.entries(texts))('%s is parsed into the same blocks as one that is parsed again', (_, text) => {
  expect(nodesOf(oneTimeParser.parse(text))).toEqual(nodesOf(blockParser.parse(text)))
})

test('no node keeps what a later parse would ask of it', () => {
  const hashes: unknown[] = []
  const text = '# Plan\n\n- one\n  > two\n- three\n'
  oneTimeParser.parse(text).iterate({enter: ({tree}) => void hashes.push(tree?.prop(NodeProp.contextHash))})
  expect(hashes.length).toBeGreaterThan(8)
  expect(new Set(hashes)).toEqual(new Set([undefined]))
  expect(blockParser.parse(text).topNode.firstChild?.tree?.prop(NodeProp.contextHash)).toBeDefined()
})
