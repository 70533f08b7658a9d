import type {Part} from './part.ts'
import {agent} from './parts/agent.ts'
import {github} from './parts/github.ts'
import {gitlab} from './parts/gitlab.ts'
import {markdownlint} from './parts/markdownlint.ts'
import {preCommit} from './parts/pre-commit.ts'
import {remark} from './parts/remark.ts'
import {vscode} from './parts/vscode.ts'

/** All that plan-lint can be set up for, in the order in which it is offered. */
export const parts: readonly Part[] = [markdownlint, remark, preCommit, github, gitlab, vscode, agent]
