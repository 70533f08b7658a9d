import {didYouMean} from '../../config/did-you-mean.ts'
import {Problem} from '../../config/problem.ts'
import type {Check} from './check.ts'
import {claudeCode} from './checks/claude-code.ts'
import {configuration} from './checks/configuration.ts'
import {languageServer} from './checks/language-server.ts'
import {markdownlintCli} from './checks/markdownlint-cli.ts'
import {markdownlintCli2} from './checks/markdownlint-cli2.ts'
import {node} from './checks/node.ts'
import {planLint} from './checks/plan-lint.ts'
import {plans} from './checks/plans.ts'
import {preCommit} from './checks/pre-commit.ts'
import {remark} from './checks/remark.ts'
import {vsCode} from './checks/vs-code.ts'

/** All checks, in the order in which they are made and shown. */
export const checks: readonly Check[] = [
  node,
  planLint,
  configuration,
  plans,
  languageServer,
  vsCode,
  markdownlintCli2,
  markdownlintCli,
  remark,
  claudeCode,
  preCommit,
]

/**
 * The checks of those names, in their order; all where there are none.
 * @throws {Problem} when one has another name
 */
export function checksNamed(names: readonly string[]): readonly Check[] {
  if (names.length === 0) return checks
  const known = checks.map(({name}) => slug(name))
  const wrong = names.find(name => !known.includes(slug(name)))
  if (wrong !== undefined) {
    throw new Problem(`unknown check "${wrong}"${didYouMean(slug(wrong), known) || `; checks are ${known.join(', ')}`}`)
  }
  const wanted = new Set(names.map(slug))
  return checks.filter(({name}) => wanted.has(slug(name)))
}

/** A name as it is typed: `VS Code` is `vs-code`, too. */
function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-').replace(/\.js$/, '')
}
