import {join} from 'node:path'
import picomatch from 'picomatch'
import type {Surroundings} from './surroundings.ts'

/**
 * A plan with faults that the rules of every preset find. They are several, as a project may have switched some of
 * those rules off. Its phases repeat a heading, as those of the templates do.
 */
export const probe = `<!-- plan-lint preset: plan -->

# Retries

## Overview

The [NAME] retries. [NEEDS CLARIFICATION: how often?]

## Open Questions

- How long does it wait?

## Phase 1: Read

### Overview

It reads.

## Phase 3: Write

### Overview
`

/** What markdownlint and remark call a rule of plan-lint. */
export function isOurs(rule: string): boolean {
  return rule.startsWith('plan-')
}

/** Absolute paths at which hosts are shown the probe: those of the plans, or where the first one could be. */
export function probePaths({plans, config}: Pick<Surroundings, 'plans' | 'config'>): readonly string[] {
  if (plans.files.length > 0) return plans.files
  const glob = config.plans.find(candidate => !candidate.startsWith('!')) ?? ''
  return [join(config.root, picomatch.scan(glob).base, 'plan.md')]
}
