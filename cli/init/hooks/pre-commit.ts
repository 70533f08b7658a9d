import {name, version} from '../../package.ts'
import {callOf} from '../calling.ts'
import {holding} from '../holding.ts'
import {isObject, itemsOf, type JsonObject} from '../merge/additions.ts'
import type {Setup} from '../part.ts'
import type {Step} from '../step.ts'
import {asRegularExpression, type PlanPatterns} from './plan-patterns.ts'

/** A hook for pre-commit, which passes the staged files that are plans. */
export function preCommitStep(path: string, patterns: PlanPatterns, {around}: Setup): Promise<Step> {
  const {included, excluded} = patterns
  const hook: JsonObject = {
    id: 'plan-lint',
    name: 'plan-lint',
    // Outside of npm's projects pre-commit installs it by itself.
    ...(around.packageFolder === null
      ? {entry: name, language: 'node', additional_dependencies: [`${name}@${version}`]}
      : {entry: callOf(around), language: 'system'}),
    files: asRegularExpression(included),
    ...(excluded.length > 0 ? {exclude: asRegularExpression(excluded)} : {}),
    // One report, however many plans are staged.
    require_serial: true,
  }
  return holding(around, path, config => ({repos: hasHook(config) ? [] : [{repo: 'local', hooks: [hook]}]}))
}

function hasHook({repos}: JsonObject): boolean {
  const hooks = itemsOf(repos).flatMap(repo => itemsOf(isObject(repo) ? repo.hooks : null))
  return hooks.some(hook => isObject(hook) && hook.id === 'plan-lint')
}
