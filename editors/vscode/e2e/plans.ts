/** A plan with one fault of each kind that is looked at. */
export const retries = `# Retry Queue Implementation Plan

## Overview

Failed deliveries of [SERVICE_NAME] go to a queue, and are tried again.

## Current State Analysis

A delivery that fails is lost: \`src/deliver.ts:42\`.

### Key Discoveries

- Nothing tells the sender: \`src/deliver.ts:57\`.

## Desired End State

- A failed delivery is tried three times within an hour.
- NEEDS CLARIFICATION: who hears of the fourth failure?

## What We're NOT Doing

- Mails, which have a queue of their own.

## Phase 1: The queue

### Changes Required

**File**: \`src/queue.ts\`: holds failed deliveries.

### Success Criteria

#### Automated Verification

- [ ] Tests pass: \`npm test\`

#### Manual Verification

- [ ] A delivery to a closed port arrives once it is open

## Phase 3: The dashboard

### Changes Required

**File**: \`src/dashboard.ts\`: shows the queue.

### Success Criteria

#### Automated Verification

- [ ] Tests pass: \`npm test\`

#### Manual Verification

- [ ] The dashboard shows what waits

## References

- \`docs/deliveries.md\`
`
