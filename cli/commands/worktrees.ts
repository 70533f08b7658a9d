import {colorAsked, colorOptions, configOptions, onlyArgument, projectOf} from '../project-options.ts'
import {complain, print} from '../terminal.ts'
import {defineCommand} from './command.ts'

export const worktrees = defineCommand({
  usage: ['<file>', '<file> --stage <id> --dry-run'],
  summary: 'makes the worktrees that a staged plan names',
  options: {
    stage: {type: 'string', value: 'id', multiple: true, help: 'only for this stage; may be repeated'},
    'dry-run': {type: 'boolean', help: 'print the git commands, and change nothing'},
    'allow-path': {type: 'string', value: 'folder', multiple: true, help: 'make worktrees in this folder, too'},
    ...configOptions,
    ...colorOptions,
  },
  async notes() {
    return `Worktrees are made in ../worktrees, worktrees and .worktrees, seen from the root
of the repository, and where --allow-path says. What is there already is left
alone; stages that are done are left out. Hooks of git are not run.`
  },
  async run(world, {values, positionals, argv}) {
    const name = onlyArgument(positionals, 'file', 'plan-lint worktrees <file>')
    const config = await projectOf(world, values)
    const [{readPlan}, {wantedIn}, {repositoryAt}, {allowedIn}] = await Promise.all([
      import('../read-plan.ts'),
      import('../worktrees/wanted-in.ts'),
      import('../worktrees/repository.ts'),
      import('../worktrees/folders.ts'),
    ])
    const read = readPlan(world, name, config)
    const {wanted, done, faults: lacking} = await wantedIn(read, values.stage)
    const refuse = async (faults: readonly string[]) => {
      await complain(world, [...faults, 'no worktree was made'])
      return 1
    }
    if (lacking.length > 0) return refuse(lacking)
    const repository = await repositoryAt(world.cwd)
    const allowed = allowedIn(repository, values['allow-path'] ?? [])
    if (values['dry-run']) {
      const [{decide}, {commandsShown}] = await Promise.all([
        import('../worktrees/decide.ts'),
        import('../worktrees/shown.ts'),
      ])
      const {tasks, faults} = await decide(wanted, repository, allowed)
      if (faults.length > 0) return refuse(faults)
      await print(world, commandsShown(tasks, done, repository.cwd))
      return 0
    }
    const [{carryOut, decideWhenQuiet, examine}, {tasksShown}, {styleFor}] = await Promise.all([
      import('../worktrees/set-up.ts'),
      import('../worktrees/shown.ts'),
      import('../style.ts'),
    ])
    const {tasks, faults} = await decideWhenQuiet(wanted, repository, allowed)
    if (faults.length > 0) return refuse(faults)
    const {contents, faults: obstacles} = await examine(tasks, repository)
    if (obstacles.length > 0) return refuse(obstacles)
    const style = await styleFor(world, colorAsked(argv), [JSON.stringify([tasks, done])])
    const lines = tasksShown(tasks, done, repository.cwd, style)
    for (const [index, task] of tasks.entries()) {
      await carryOut(task, contents.get(task), repository)
      await print(world, lines[index] ?? '')
    }
    await print(world, lines.slice(tasks.length).join(''))
    return 0
  },
})
