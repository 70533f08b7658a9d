import type {GrowingText} from './text.ts'
import {codeBlocks, metadataBlocks} from './texts/blocks.ts'
import {documents} from './texts/documents.ts'
import {stageGraphs, taskGraphs} from './texts/graphs.ts'
import {longLines} from './texts/long-lines.ts'
import {many} from './texts/many.ts'
import {nesting} from './texts/nesting.ts'
import {againstRepository} from './texts/repository.ts'
import {lines, runs} from './texts/runs.ts'

export interface Group {
  id: string
  title: string
  texts: readonly GrowingText[]
}

export const groups: readonly Group[] = [
  {id: 'documents', title: 'Plans', texts: documents},
  {id: 'runs', title: 'One mark over and over on a line', texts: runs},
  {id: 'lines', title: 'One mark on each line', texts: lines},
  {id: 'nesting', title: 'Lists and quotes in each other', texts: nesting},
  {id: 'long-lines', title: 'Long lines and paragraphs', texts: longLines},
  {id: 'many', title: 'Many of a kind', texts: many},
  {id: 'tasks', title: 'Tasks that wait for each other', texts: taskGraphs},
  {id: 'stages', title: 'Stages that wait for each other', texts: stageGraphs},
  {id: 'metadata', title: 'Metadata', texts: metadataBlocks},
  {id: 'code', title: 'Code blocks', texts: codeBlocks},
  {id: 'repository', title: 'What a repository is asked about', texts: againstRepository},
]
