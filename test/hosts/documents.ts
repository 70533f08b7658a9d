import {readFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {globSync} from 'tinyglobby'

const root = join(import.meta.dirname, '../..')

/** Plans with what hosts treat each in their own way. */
const special: Record<string, string> = {
  'front-matter': `---
plan-lint: {preset: plan}
title: Import of invoices
---

# Import of invoices

## Overview

Owner: [OWNER]. Start: [TO BE DECIDED].
`,
  comments: `<!-- plan-lint preset: plan -->
# Export of reports

## Overview

<!-- TODO: say who reads the reports -->

Reports go to [RECIPIENT] <!-- TODO: ask --> every week.

- one
  <!-- TODO: and two -->
`,
  directives: `<!-- plan-lint preset: plan -->
# Move to the new queue

## Overview

<!-- plan-lint-disable-next-line no-placeholders -- the name is part of the protocol -->
Messages start with [NAME].

They end with [END_MARK].

<!-- plan-lint-disable -->

Nobody looks at [THIS].

<!-- plan-lint-enable -->
`,
  'wide-letters': `<!-- plan-lint preset: plan -->
# 概要 𝒫𝓁𝒶𝓃

## 目標

𝒜𝒷 é 你 [SLOT_NAME] 🙂 [OTHER_SLOT]
`,
  'closing-link': `<!-- plan-lint preset: plan -->
# Split of the importer

## Overview

The old one is [here](path/to/file.ext), the new one is [there](path/to/file.ext)
`,
  'no-plan': `# A tool

Put [YOUR_NAME] where it says so. TBD.
`,
  empty: '',
}

/**
 * The documents that every host reads: all fixtures and the special ones, each also with CRLF and a byte order mark. Keys are file names, unlike any place where people keep plans.
 */
export function documents(): Map<string, string> {
  const texts = new Map(Object.entries(special))
  for (const file of globSync('fixtures/*/*.md', {cwd: root, absolute: true})) {
    texts.set(`${basename(dirname(file))}-${basename(file, '.md')}`, readFileSync(file, 'utf8'))
  }
  return new Map(
    [...texts].flatMap(([name, text]): [string, string][] => [
      [`${name}.md`, text],
      [`${name}.crlf.md`, `\uFEFF${text.replace(/\r?\n/g, '\r\n')}`],
    ]),
  )
}
