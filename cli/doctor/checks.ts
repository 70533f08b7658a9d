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
