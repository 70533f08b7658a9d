import type {Document} from './document.ts'
import {document, found} from './expect.ts'
import type {Row} from './row.ts'

const memo = '<!-- plan-lint preset: memo -->\n'

const help = (at: string, title: string, severity: Row['severity'] = 'error') =>
  found(at, 'marks', '"HELP" is here', {
    severity,
    related: [`${title} The title`],
    changes: [
      {title: 'fix', edits: [`${at} "help"`]},
      {title: 'Write Help', edits: [`${at} "Help"`]},
      {title: 'Write HILF', edits: [`${at} "HILF"`]},
    ],
  })

const note = (at: string, severity: Row['severity'] = 'info') => found(at, 'notes', 'A note is here', {severity})

/** Findings in places where the rules of this package have none, by the rules of a team. */
export const teamDocuments: readonly Document[] = (['team', 'memo'] as const)
  .flatMap(config => [
    document(
      'in-front-matter',
      `---
title: HELP
text: NOTE, BEGIN and END
---

# Memo

HELP
`,
      [
        help('2:8-2:12', '6:3-6:7'),
        note('3:7-3:11'),
        found('3:13-3:26', 'marks', 'A block is here', {
          changes: [
            {title: 'fix', edits: ['3:13-3:26 ""']},
            {title: 'Whisper', edits: ['3:13-3:18 "begin"', '3:23-3:26 "end"']},
          ],
        }),
        help('8:1-8:5', '6:3-6:7'),
      ],
      {config},
    ),
    document(
      'over-lines',
      `${memo}# 𝒫lan

😀 BEGIN
  HELP

END 😀 NOTE
`,
      [
        found('4:4-7:4', 'marks', 'A block is here', {
          changes: [
            {title: 'fix', edits: ['4:4-7:4 ""']},
            {title: 'Whisper', edits: ['4:4-4:9 "begin"', '7:1-7:4 "end"']},
          ],
        }),
        help('5:3-5:7', '2:3-2:8'),
        note('7:8-7:12'),
      ],
      {config},
    ),
    document(
      'line-with-its-break',
      `${memo}# Plan

DROP this
DROP that
Keep.
`,
      ['4:1-5:1', '5:1-6:1'].map(at =>
        found(at, 'marks', 'A line is too much', {changes: [{title: 'fix', edits: [`${at} ""`]}]}),
      ),
      {config},
    ),
    document(
      'on-an-empty-line',
      `${memo}# Plan\n\n\n\nText.\n`,
      [found('4:1-4:1', 'marks', 'Nothing is here'), found('5:1-5:1', 'marks', 'Nothing is here')],
      {config},
    ),
    document(
      'at-the-end',
      `${memo}# Plan\n\n😀 FIN`,
      [found('4:7-4:7', 'marks', 'The text ends', {changes: [{title: 'fix', edits: ['4:7-4:7 "."']}]})],
      {config},
    ),
    document(
      'in-comments-and-code',
      `${memo}# Plan

<!-- HELP
NOTE --> and \`HELP\` and <b title="NOTE">x</b>

    HELP

- > \`\`\`
  > <!-- NOTE -->
`,
      [
        help('4:6-4:10', '2:3-2:7'),
        note('5:1-5:5'),
        help('5:15-5:19', '2:3-2:7'),
        note('5:35-5:39'),
        help('7:5-7:9', '2:3-2:7'),
        found(
          '9:5-9:8',
          'no-unclosed-fences',
          'This fence is never closed, so the rest is read as code; add "```" where the code ends',
        ),
        note('10:10-10:14'),
      ],
      {config},
    ),
    document(
      'suppressed',
      `${memo}# Plan

<!-- plan-lint-disable-next-line marks, notes -->
HELP NOTE

HELP <!-- plan-lint-disable-line notes --> NOTE
`,
      [help('7:1-7:5', '2:3-2:7')],
      {config},
    ),
    document('by-fingerprint', '# Memo\n\nHELP\n', [help('3:1-3:5', '1:3-1:7')], {config}),
  ])
  .concat([
    document(
      'milder-and-options',
      `${memo}# Plan\n\nHELP NOTE MEMO\n`,
      [help('4:1-4:5', '2:3-2:7', 'warning'), note('4:11-4:15', 'warning')],
      {config: 'team-settings'},
    ),
  ])
