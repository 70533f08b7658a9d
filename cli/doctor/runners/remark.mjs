import {createRequire} from 'node:module'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {answering, reasonsOf, settled} from './answering.mjs'

// Hands texts to the engine of a project's remark-cli, set up as that sets it up, and writes nothing. The job and the
// answer are those of `remark/trial.ts`.
answering(async ({command, rules, folder, attempts}) => {
  const fromCommand = createRequire(command)
  const fromArguments = createRequire(fromCommand.resolve('unified-args'))
  const fromEngine = createRequire(fromArguments.resolve('unified-engine'))
  const load = path => import(pathToFileURL(path).href)
  const {remark} = await load(fromCommand.resolve('remark'))
  const {engine} = await load(fromArguments.resolve('unified-engine'))
  const {VFile} = await load(fromEngine.resolve('vfile'))
  const own = Object.values((await load(rules)).rules)

  const made = ({aids, paths, text, files, rcPath, ignorePath, ignorePatterns}) =>
    new Promise((resolve, reject) => {
      const settings = {
        cwd: folder,
        processor: remark,
        extensions: ['md', 'markdown'],
        ...{rcName: '.remarkrc', packageField: 'remarkConfig', ignoreName: '.remarkignore', pluginPrefix: 'remark'},
        files: files ?? paths.map(path => new VFile({path, value: text})),
        silentlyIgnore: files !== undefined,
        detectIgnore: !aids.includes('ignores'),
        ...(rcPath && {rcPath}),
        ...(ignorePath && {ignorePath, ignorePathResolveFrom: 'cwd'}),
        ...(ignorePatterns && {ignorePatterns}),
        plugins: aids.includes('rules') ? own.map(rule => [rule, ['error', {preset: 'plan'}]]) : [],
        ...{out: false, output: false, reporter: () => ''},
      }
      engine(settings, (error, _code, context) => (error ? reject(error) : resolve(shownIn(context.files))))
    })

  const replies = []
  for (const attempt of attempts) replies.push(await settled(made(attempt)))
  return replies

  /** By path, relative to the folder, the rules that have found something, and why a file could not be processed. */
  function shownIn(files) {
    const entries = files.map(({path, messages}) => [
      join(path).replaceAll('\\', '/'),
      {
        rules: messages.flatMap(({ruleId}) => ruleId ?? []),
        failure: messages.flatMap(({cause}) => (cause ? reasonsOf(cause) : [])),
      },
    ])
    return Object.fromEntries(entries)
  }
})
