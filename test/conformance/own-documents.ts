import type {Document} from './document.ts'
import {clarification, document, emptySection, found, leftNote, placeholder} from './expect.ts'

const plan = '<!-- plan-lint preset: plan -->\n'

/** Forms of Markdown and of text of which hosts have their own idea. */
const forms: Document[] = [
  document('empty', '', [], {isPlan: false}),
  document('blank-lines', '\n\n   \n', [], {isPlan: false}),
  document('no-plan', '# A tool\n\nPut [YOUR_NAME] where it says so.\n', [placeholder('3:5-3:16', '[YOUR_NAME]')], {
    isPlan: false,
  }),
  document(
    'after-front-matter',
    `---
plan-lint: {preset: plan}
title: Import of invoices
---

# Import of invoices

## Overview

- Owner: [OWNER]
`,
    [placeholder('10:10-10:17', '[OWNER]')],
  ),
  document(
    'front-matter-between-pluses',
    `+++
title = "Import"
+++

${plan}# Import

## Overview

- Owner: [OWNER]
`,
    [placeholder('10:10-10:17', '[OWNER]')],
  ),
  document(
    'comments',
    `${plan}# Export of reports

## Overview

<!-- TODO: say who reads the reports -->

Reports go out <!-- TODO: ask --> every week.

- one
  <!-- TODO: and two -->

<!--
TODO: over
two lines
-->
`,
    [leftNote('6:1-6:41'), leftNote('8:16-8:34'), leftNote('11:3-11:25'), leftNote('13:1-16:4')],
  ),
  document(
    'tabs',
    `${plan}# Tabs

## Overview

-\tOwner:\t[OWNER]

\tTBD: in code
`,
    [placeholder('6:10-6:17', '[OWNER]')],
  ),
  document(
    'letters-of-two-units',
    `${plan}# 概要 𝒫𝓁𝒶𝓃

## 目標

𝒜𝒷 é 你 [NEEDS CLARIFICATION: 𝒞?] 🙂 [NEEDS CLARIFICATION: é?]

e\u0301 👩‍👩‍👧 \u200f[NEEDS CLARIFICATION: z?]
`,
    [
      clarification('6:10-6:36', '[NEEDS CLARIFICATION: 𝒞?]'),
      clarification('6:40-6:65', '[NEEDS CLARIFICATION: é?]'),
      clarification('8:14-8:39', '[NEEDS CLARIFICATION: z?]'),
    ],
  ),
  document(
    'korean-headings',
    `${plan}# 결제 재시도 [NAME]

## 개요

## 단계 1: 준비

담당: [NEEDS CLARIFICATION: 누구?]
`,
    [
      placeholder('2:10-2:16', '[NAME]'),
      emptySection('4:4-4:6', '개요'),
      clarification('8:5-8:31', '[NEEDS CLARIFICATION: 누구?]'),
    ],
  ),
  document(
    'chinese-headings',
    `${plan}支付重试
========

概述
----

阶段一
------

[NEEDS CLARIFICATION: 誰？]
`,
    [emptySection('5:1-5:3', '概述'), clarification('11:1-11:26', '[NEEDS CLARIFICATION: 誰？]')],
  ),
  document(
    'nested-quotes',
    `${plan}# Quotes

## Overview

> > - Owner: [OWNER]
> >   > TBD
> >
> > \`\`\`sh
> > echo one
> > \`\`\`

1. > [DATE]
`,
    [placeholder('6:14-6:21', '[OWNER]'), placeholder('7:9-7:12', 'TBD'), placeholder('13:6-13:12', '[DATE]')],
  ),
  document(
    'table',
    `${plan}# Table

## Overview

| Field | Value |
| --- | --- |
| Owner \\| deputy | [OWNER] |
`,
    [placeholder('8:21-8:28', '[OWNER]')],
  ),
  document(
    'over-two-lines',
    `${plan}# Lines

## Overview

We wait [NEEDS CLARIFICATION: for whom
or for what?] here.
`,
    [clarification('6:9-7:14', '[NEEDS CLARIFICATION: for whom or for what?]')],
  ),
  document(
    'unclosed-fence',
    `${plan}# Fence

## Overview

We start.

~~~~js
const a = 1
`,
    [
      found(
        '8:1-8:7',
        'no-unclosed-fences',
        'This fence is never closed, so the rest is read as code; add "~~~~" where the code ends',
        {changes: [{title: 'fix', edits: ['9:12-9:12 "\\n~~~~"']}]},
      ),
    ],
  ),
  document('last-words', `${plan}# End\n\n## Overview\n\n- TBD`, [placeholder('6:3-6:6', 'TBD')]),
  document('last-heading', `${plan}# End\n\n## Overview\n\nText.\n\n## Rest`, [emptySection('8:4-8:8', 'Rest')]),
  document(
    'last-address',
    `${plan}# Split

## Overview

The old one is [here](path/to/file.ext), the new one is [there](path/to/file.ext)
`,
    [placeholder('6:23-6:39', 'path/to/file.ext'), placeholder('6:65-6:81', 'path/to/file.ext')],
  ),
  document('old-line-breaks', `${plan}# Old\n\n## Overview\n\n- TBD\n`.replaceAll('\n', '\r'), [
    placeholder('6:3-6:6', 'TBD'),
  ]),
  document(
    'separators-that-break-no-line',
    `${plan}# Separators

## Overview

One\u2028two\u2029three\u0085four\ffive [NEEDS CLARIFICATION: six?]
`,
    [clarification('6:25-6:52', '[NEEDS CLARIFICATION: six?]')],
  ),
]

/** What the document says of its preset, and of what is not to be told. */
const directives: Document[] = [
  document(
    'next-line',
    `${plan}# Move

## Overview

<!-- plan-lint-disable-next-line no-placeholders -- part of the protocol -->
- TBD

- TBD
`,
    [placeholder('9:3-9:6', 'TBD')],
  ),
  document(
    'this-line',
    `${plan}# Move

## Overview

- TBD <!-- plan-lint-disable-line -->
- TBD
`,
    [placeholder('7:3-7:6', 'TBD')],
  ),
  document(
    'off-and-on',
    `${plan}# Move

<!-- plan-lint-disable plan-no-placeholders -->

## Overview

- TBD [NEEDS CLARIFICATION: this?]
- TBD

<!-- plan-lint-enable no-placeholders -->

- TBD
`,
    [clarification('8:7-8:35', '[NEEDS CLARIFICATION: this?]'), placeholder('13:3-13:6', 'TBD')],
  ),
  document(
    'whole-file',
    `${plan}# Move

[NEEDS CLARIFICATION: who?]

- TBD

<!-- plan-lint-disable-file no-placeholders -->
`,
    [clarification('4:1-4:28', '[NEEDS CLARIFICATION: who?]')],
  ),
  document(
    'unknown-names',
    `<!-- plan-lint preset: plam -->
${plan}# Names

Text. <!-- plan-lint-disable no-placehodlers -->
`,
    [
      found(
        '1:24-1:28',
        'directives',
        'There is no preset "plam"; correct the name or delete the directive. Did you mean "plan"?',
      ),
      found(
        '5:30-5:45',
        'directives',
        'There is no rule "no-placehodlers"; correct the name or delete it. Did you mean "no-placeholders"?',
      ),
    ],
  ),
  document(
    'preset-by-directive',
    `${plan}# Steps

## Phase 1: Read

Read it.

## Phase 3: Write

Write it.
`,
    [
      found(
        '8:10-8:11',
        'phase-numbering',
        'Phase 3 follows Phase 1; number it 2, or add what is missing between them',
        {
          related: ['4:10-4:11 Phase 1'],
          changes: [{title: 'fix', edits: ['8:10-8:11 "2"']}],
        },
      ),
    ],
  ),
  document(
    'preset-by-front-matter',
    `---
plan-lint:
  preset: plan
---
# Retries

- TBD
`,
    [placeholder('7:3-7:6', 'TBD')],
  ),
]

/** What the project says instead. */
const configured: Document[] = [
  document(
    'off-milder-and-options',
    `${plan}# Settings

## Overview

- Owner: [OWNER]
- Reader: [NEEDS CLARIFICATION: who?]

\`\`\`go
func Due() bool {}
\`\`\`

<!-- plan-lint-disable-next-line -->
- TBD
`,
    [
      placeholder('6:10-6:17', '[OWNER]', 'warning'),
      found('10:6-10:9', 'no-function-bodies', '"Due" has an empty or elided body; keep the signature alone', {
        related: ['10:17-10:19 The body'],
        changes: [{title: 'Keep the signature only', edits: ['10:16-10:19 ""']}],
      }),
    ],
    {config: 'settings'},
  ),
  document(
    'config-over-directive',
    `<!-- plan-lint preset: phased -->
# Retries

- Owner: [OWNER]
`,
    [placeholder('4:10-4:17', '[OWNER]')],
    {config: 'plan'},
  ),
]

export const ownDocuments: readonly Document[] = [...forms, ...directives, ...configured]
