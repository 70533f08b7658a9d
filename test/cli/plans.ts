/** Phases out of order, which can be put right safely; and a slot that nobody but the author can fill. */
export const faultyPlan = `<!-- plan-lint preset: plan -->
# Retries

## Phase 1: Queue

Run \`make test\` for [NAME].

## Phase 3: Worker

Run \`make test\`.
`

/** The same with all safe changes made. */
export const fixedPlan = faultyPlan.replace('Phase 3', 'Phase 2')
