/** Puts words, values and blocks into all slots of a plan of one phase of each kind that was begun by a preset. */
export function filled(text: string): string {
  const [, noun = 'phase'] = /"id": "(\w+)-1"/.exec(text) ?? []
  const branch = `work/2026-03-04-short-slug-${noun}-1`
  return text
    .replace(/(?<="(?:branch|worktree_path)": ")TBD/g, branch)
    .replace(/\[Branch in a few words\]/g, branch)
    .replaceAll('"TBD"', '"search in invoices"')
    .replaceAll('[Waiting, Building or Done]', 'Waiting')
    .replaceAll('YYYY-MM-DD', '2026-03-04')
    .replace(/^- (?:\[ \] )?\[First of [^[\]]*[Qq]uestions[^[\]]*\]/gm, 'None.')
    .replace(/\[[^[\]]* as a tree of files in a code block\]/g, '```text\nsrc/\n└── search.ts\n```')
    .replace(/\[[^[\]]* as a code block\]/g, '```ts\nexport const most = 7\n```')
    .replace(/\[Path of the file, and the line\]/g, '`src/search.ts:12`')
    .replace(/\[Path of the file\]/g, '`src/search.ts`')
    .replace(/\[([^[\],]*)(?:, [^[\]]*)? or [^[\]]*\](?= \|)/g, '$1')
    .replace(/\[(?:Agreed|Draft)[^[\]]*\]/g, 'Agreed')
    .replace(/\[[^[\]]*\b[Ww]hat to do, and in which file\]/g, 'Write src/search.ts')
    .replace(/\[(?:Name|FEATURE NAME)[^[\]]*\]/g, 'search in invoices')
    .replace(/\[[^[\] ][^[\]]+\]/g, words =>
      /^\[US\d\]$/.test(words) ? words : 'A word finds its invoice, as `npm test` shows',
    )
}
