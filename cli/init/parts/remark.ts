import {holding} from '../holding.ts'
import {isObject, type Json, type JsonObject, Obstacle} from '../merge/additions.ts'
import type {Part} from '../part.ts'

export const remark: Part = {
  id: 'remark',
  title: 'remark',
  option: '--remark',
  evidence: ({remark}) => remark.evidence,
  async steps({around, tools, preset}) {
    const path = tools.remark.config ?? '.remarkrc.json'
    const plugin = preset === 'auto' ? 'plan-lint/remark' : `plan-lint/remark/${preset}`
    const wanted = (config: Json | undefined): JsonObject => ({plugins: pluginsWith(plugin, config)})
    const step = await holding(around, path, value =>
      path === 'package.json' ? {remarkConfig: wanted(value.remarkConfig)} : wanted(value),
    )
    return [step]
  },
}

/**
 * What is to be among the plugins, which are a list, or an object with their options.
 * @throws {Obstacle} where plan-lint is among them with another preset
 */
function pluginsWith(plugin: string, config: Json | undefined): Json {
  const plugins = isObject(config) ? config.plugins : undefined
  const names = isObject(plugins) ? Object.keys(plugins) : [plugins ?? []].flat(2)
  const ours = names.filter(name => typeof name === 'string' && /^plan-lint\/remark(?:\/|$)/.test(name))
  if (ours.length > 0 && plugin === 'plan-lint/remark') return isObject(plugins) ? {} : []
  if (ours.length > 0 && !ours.includes(plugin)) throw new Obstacle(['plugins'])
  return isObject(plugins) ? {[plugin]: null} : [plugin]
}
