import {modify} from 'jsonc-parser'
import type {Edit} from '../../core/finding.ts'
import type {MetadataKey} from '../../core/preset.ts'
import {type CleanPlan, type Expected, insert, type Mutation, remove, replace} from './mutation.ts'

type Path = (string | number)[]

function badValueFor({type}: MetadataKey): unknown {
  switch (type) {
    case 'date':
      return '2026-02-30'
    case 'enum':
      return 'whenever'
    case 'ids':
    case 'objects':
      return 'none'
    default:
      return 7
  }
}

function* mutationsAt(
  path: Path,
  spec: MetadataKey,
  change: (path: Path, value: unknown) => Edit[],
): Generator<Mutation> {
  const severity = spec.expectation === 'required' ? ('error' as const) : ('warning' as const)
  const data = {key: spec.key}
  const name = path.join('.')
  const expected: Expected[] = [{rule: 'stage-metadata', severity, data}]
  yield {name: `delete ${name}`, edits: change(path, undefined), expected}
  yield {name: `spoil ${name}`, edits: change(path, badValueFor(spec)), expected: [{rule: 'stage-metadata', data}]}
  const [item] = spec.items ? [0] : []
  if (item === undefined) return
  for (const inner of spec.items ?? []) yield* mutationsAt([...path, item, inner.key], inner, change)
}

/** Deletes and spoils every key of the block of metadata, and breaks the block itself. */
export function* metadataMutations({preset, plan, text}: CleanPlan): Generator<Mutation> {
  const spec = preset.metadata
  const fence = plan.document.fences.find(({info}) => text.slice(info.start, info.end).trim() === spec?.fence)
  if (!spec || !fence) return
  const {start, end} = fence.content
  const json = text.slice(start, end)
  const change = (path: Path, value: unknown): Edit[] =>
    modify(json, path, value, {}).map(({offset, length, content}) =>
      replace({start: start + offset, end: start + offset + length}, content),
    )
  for (const key of spec.keys) yield* mutationsAt([key.key], key, change)
  const expected: Expected[] = [{rule: 'stage-metadata', severity: 'error'}]
  yield {name: 'delete the block', edits: [remove(fence)], expected}
  yield {name: 'break the block', edits: [insert(start + json.indexOf(','), ' x')], expected}
}
