import type {RuleSettings} from '../../core/preset.ts'
import {presets} from '../../index.ts'

/** What a project says of its plans, whichever host it says it to. */
export interface Config {
  preset?: string
  rules?: RuleSettings
  /** Whether it uses the rules and presets of `team.ts`. */
  hasTeam?: boolean
}

const ofPresets: Record<string, Config> = Object.fromEntries(presets.map(({id}) => [id, {preset: id}]))

export const configs: Readonly<Record<string, Config>> = {
  ...ofPresets,
  auto: {},
  settings: {
    rules: {
      'no-clarification-markers': 'off',
      'no-placeholders': 'warning',
      'no-function-bodies': ['error', {allowElided: false}],
    },
  },
  team: {hasTeam: true},
  memo: {hasTeam: true, preset: 'memo'},
  'team-settings': {hasTeam: true, rules: {marks: 'warning', notes: ['warning', {word: 'MEMO'}]}},
}
