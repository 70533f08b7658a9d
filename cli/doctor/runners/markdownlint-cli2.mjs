import {join, posix} from 'node:path'
import {pathToFileURL} from 'node:url'
import {answering, settled} from './answering.mjs'

/** What makes markdownlint run the rules of a tag, whatever the configuration says. */
const enabling = '<!-- markdownlint-configure-file {"plan": true} -->\n\n'

// Hands texts to the markdownlint-cli2 of a project as its editor extensions do: nothing is read in place of them, and
// nothing is written. The job and the answer are those of `markdownlint/trial.ts`.
answering(async ({host, rules, folder, attempts}) => {
  const module = await import(pathToFileURL(host).href)
  const main = module.main ?? module.default?.main
  if (typeof main !== 'function') throw new Error('it has no function "main" to call')
  const own = (await import(pathToFileURL(rules).href)).default

  const made = async ({aids, paths, text, argv, usesGlobs, defaults, configFile}) => {
    const shown = Object.fromEntries(paths.map(path => [path, []]))
    await main({
      directory: folder,
      argv: argv ?? [...(configFile ? ['--config', configFile] : []), ...paths.map(path => `:${path}`)],
      noGlobs: !usesGlobs,
      fileContents: Object.fromEntries(
        paths.map(path => [join(folder, path), (aids.includes('config') ? enabling : '') + text]),
      ),
      ...(defaults && {optionsDefault: defaults}),
      optionsOverride: {
        fix: false,
        ...(aids.includes('rules') && {customRules: own}),
        ...(aids.includes('config') && {noInlineConfig: false}),
        ...(aids.includes('ignores') && {ignores: []}),
        outputFormatters: [
          [
            ({results}) => {
              for (const {fileName, ruleNames} of results) shown[posix.normalize(fileName)]?.push(ruleNames[0])
            },
          ],
        ],
      },
    })
    return shown
  }

  const replies = []
  for (const attempt of attempts) replies.push(await settled(made(attempt)))
  return replies
})
