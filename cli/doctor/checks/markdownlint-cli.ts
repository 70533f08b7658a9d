import {commandOf, dependsOn, installedPackage} from '../../packages.ts'
import type {Check, Diagnosis, Fault} from '../check.ts'
import {lastWords, outcomeOf} from '../child.ts'
import {type Asked, askedBy} from '../markdownlint/cli-arguments.ts'
import {plansIgnored} from '../markdownlint/ignore-file.ts'
import {isOurs, probe, probePaths} from '../probe.ts'
import {scriptCommands} from '../script-commands.ts'
import type {Surroundings} from '../surroundings.ts'
import {nodeFaults, peerFaults} from '../versions.ts'
import {plansAt, relativeTo} from '../words.ts'

const name = 'markdownlint-cli'
const module = 'plan-lint-rules.cjs'

export const markdownlintCli: Check = {
  name,
  async examine(surroundings) {
    const {manifest, root, world, own, installed} = surroundings
    const commands = scriptCommands(manifest, 'markdownlint')
    if (commands.length === 0 && !dependsOn(manifest, name)) return null
    const host = installedPackage(world.fs, root, name)
    const script = host && commandOf(host, 'markdownlint')
    if (!host || !script) return absent()
    const library = installedPackage(world.fs, host.folder, 'markdownlint')
    const versions = [...nodeFaults(name, host), ...peerFaults('markdownlint', library, installed ?? own, name)]
    const {summary, faults} = await proof(script, askedBy(commands), surroundings)
    return {summary: `${host.version} ${summary}`, faults: [...versions, ...faults]}
  },
}

function absent(): Diagnosis {
  const message = 'package.json names it, but it is not installed'
  return {summary: 'not installed', faults: [{severity: 'warning', message, advice: 'npm install'}]}
}

async function proof(script: string, {rules, argv}: Asked, surroundings: Surroundings): Promise<Diagnosis> {
  const {world, root} = surroundings
  const found = async (...more: string[]) => {
    const {code, stderr} = await outcomeOf(script, ['--stdin', '--json', ...argv, ...more], probe, {
      cwd: root,
      env: world.env,
    })
    return {code, stderr, isShown: namesIn(stderr).some(isOurs)}
  }
  const {code, stderr, isShown} = await found()
  if (isShown) return {summary: "shows plan-lint's findings", faults: ignoreFaults(surroundings)}
  if (rules.length === 0) return {summary: "without plan-lint's rules", faults: [notAsked]}
  if (code !== 0 && namesIn(stderr).length === 0) return {summary: 'fails', faults: [unloadable(lastWords(stderr))]}
  const isSwitchedOff = (await found('--enable', 'plan')).isShown
  return {summary: "shows none of plan-lint's findings", faults: [isSwitchedOff ? switchedOff : notBrought]}
}

/** The names of the rules in the report; none where it is something else. */
function namesIn(report: string): string[] {
  try {
    return (JSON.parse(report) as {ruleNames: string[]}[]).flatMap(({ruleNames}) => ruleNames)
  } catch {
    return []
  }
}

const ownModule = `name a module of yours, "--rules ./${module}", that says: module.exports = require('plan-lint/markdownlint').default`

const notAsked: Fault = {
  severity: 'warning',
  message: 'it takes rules by --rules only, and no script gives it any',
  advice: `${ownModule}; or use markdownlint-cli2, which takes them by its configuration`,
}

/** It looks for files, not for entries of packages, and does not see default exports. */
function unloadable(words: string): Fault {
  return {severity: 'error', message: words, advice: `${ownModule}; or use markdownlint-cli2`}
}

const notBrought: Fault = {
  severity: 'error',
  message: "the modules of --rules do not bring plan-lint's rules",
  advice: ownModule,
}

const switchedOff: Fault = {
  severity: 'error',
  message: "the configuration switches plan-lint's rules off",
  advice: 'set "plan": true in it',
}

function ignoreFaults(surroundings: Surroundings): Fault[] {
  const paths = relativeTo(surroundings.root, probePaths(surroundings))
  const ignored = plansIgnored(surroundings, paths)
  if (ignored.length === 0) return []
  return [
    {
      severity: ignored.length === paths.length ? 'error' : 'warning',
      message: `.markdownlintignore leaves out ${plansAt(ignored, surroundings)}`,
      advice: 'take that out of .markdownlintignore',
    },
  ]
}
