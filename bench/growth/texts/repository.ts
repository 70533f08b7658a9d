import {oncePerKey} from '../../../core/once.ts'
import type {Workspace} from '../../../core/workspace.ts'
import {workspaceOf} from '../../../test/workspace-of.ts'
import {type GrowingText, unitsUpTo} from '../text.ts'

const parts = Array.from({length: 1000}, (_, index) => `src/part${index + 1}/index.ts`)
/** The part of a number, which comes again when all have come. */
const partOf = (number: number) => parts[(number - 1) % parts.length] as string

/** Many files of one name, which were there before the plan. */
const files = workspaceOf(
  {
    ...Object.fromEntries(parts.map(path => [path, 'export const partTable = 1\n'])),
    Makefile: 'test:\n\ttrue\n',
    'package.json': '{"scripts": {"test": "true"}}',
  },
  {gone: ['src/old/index.ts'], young: []},
)

/** As a repository on the disk does, it looks up once what is asked again. */
const workspace: Workspace = {
  ...files,
  filesEndingIn: oncePerKey(files.filesEndingIn),
  nearestTo: oncePerKey(files.nearestTo),
}

/** A plan that names no file of a repository is about another one. */
const head = `# Parcels by weight\n\nSee ${partOf(1)}:1.\n\n## Changes\n\n`
/** Two changes that can be made, as a plan of which most cannot is about another repository, too. */
const sound = (number: number) => `- Modify \`${partOf(number)}\`\n- Modify \`${partOf(number + 1)}\`\n`

const units: Readonly<Record<string, (number: number) => string>> = {
  'Files to be created and modified': number =>
    `- Create \`src/new${number}/index.ts\`\n- Modify \`src/new${number}/index.ts\`\n`,
  'Files to be created that are there': number =>
    `- Create \`${partOf(number)}\` for \`partTable\` and \`partCount\`\n`,
  'Files to be modified that are not there': number => `${sound(number)}- Modify \`src/new${number}/index.ts\`\n`,
  'Files to be modified with slips in their names': number =>
    `${sound(number)}- Modify \`${partOf(number).replace('index', 'inxed')}\`\n`,
  'Files that are made and deleted phase by phase': number =>
    `## Phase ${number}: Part ${number}\n\n- Create \`src/new/index.ts\`\n- Modify \`src/new/index.ts\`\n- Delete \`src/new/index.ts\`\n\n`,
  'Files deep in folders': number => `- Create \`${'a/'.repeat(200)}file${number}.ts\`\n`,
  'Files whose boxes are ticked': number => `- [x] Create \`src/new${number}/index.ts\`\n`,
  'Lines of files': number => `- See ${partOf(number)}:1.\n`,
  'Lines behind the ends of files': number => `- See ${partOf(number)}:${number + 10}.\n`,
  'Lines of files that are not there': number => `- See src/new${number}/index.ts:10.\n`,
  'Lines of files with slips in their names': number => `- See ${partOf(number).replace('index', 'inxed')}:1.\n`,
  'Lines of files to be created': number => `- Create \`src/new${number}/index.ts\`\n- See new${number}/index.ts:10.\n`,
  'Targets of make that are not there': number => `- Run \`make part${number}\`\n`,
  'Scripts that are not there': number => `- Run \`npm run part${number}\`\n`,
}

export const againstRepository: readonly GrowingText[] = Object.entries(units).map(([name, unit]) => ({
  name,
  preset: 'plan',
  longest: 1_000_000,
  workspace,
  of: length => head + unitsUpTo(length, unit).join(''),
}))
