import {dirname} from 'node:path'
import {openConfig} from '../../config/load.ts'
import {planPathTest} from '../../config/plan-paths.ts'
import {ancestryOf, leadsOutOf} from '../../config/repository.ts'
import {isAtLeast} from '../../core/finding.ts'
import {type Edited, editedFile} from '../hook-event.ts'
import {handleFile} from '../lint-file.ts'
import {ownCatalogue} from '../own-catalogue.ts'
import {agent} from '../reporters/agent.ts'
import {atOnce} from '../reporters/stream.ts'
import {Repositories} from '../repositories.ts'
import {commandless, complainOf, write} from '../terminal.ts'
import {defineCommand, type LoadedWorld} from './command.ts'

/** What the protocol gives to the model. */
const forModel = 2
/** What it shows to the user, without a word to the model. */
const forUser = 1

export const hook = defineCommand({
  usage: [''],
  summary: 'checks the plan that a coding agent has edited',
  options: {},
  async notes() {
    return `Reads the event of a hook from standard input: the JSON that Claude Code gives
to hooks of "PostToolUse", with the file in "tool_input.file_path".

Exit codes: 0 nothing to say, 2 findings for the model to mend, on standard
error, 1 the event or the configuration could not be read`
  },
  async run(world) {
    try {
      const edited = await editedFile(world)
      const isThere = edited !== null && /\.(?:md|markdown)$/i.test(edited.file) && world.fs.existsSync(edited.file)
      const report = isThere ? await told(world, edited) : ''
      if (report === '') return 0
      await write(world.stderr, commandless(report))
      return forModel
    } catch (error) {
      await complainOf(world, error)
      return forUser
    }
  },
})

/** What the model is told of a file; nothing where it is no plan, or one that passes. */
async function told(world: LoadedWorld, {file, project}: Edited): Promise<string> {
  // The user may trust the project that the agent works in, and has said nothing of another that it comes to.
  const runsCode = !leadsOutOf(world.fs, ancestryOf(world.fs, project).repository ?? project, file)
  const config = await openConfig({...world, cwd: dirname(file), own: ownCatalogue, runsCode}, undefined)
  if (config.isIgnored(file)) return ''
  const {linted} = await handleFile(world, file, config, {
    severities: {},
    diff: false,
    repositories: new Repositories(world.fs, config),
  })
  world.tellLinted?.([linted])
  const {findings, isPlan} = linted.result
  const fails = findings.some(({severity}) => isAtLeast(severity, config.failOn))
  if (!fails || !(isPlan || planPathTest(config)(file))) return ''
  const {cwd, env} = world
  const run = {files: [linted], places: [], problems: [], failOn: config.failOn}
  return atOnce(agent)(run, {color: false, cwd, env})
}
