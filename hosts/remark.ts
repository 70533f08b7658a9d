import {remarkPreset} from './remark-preset.ts'

export default remarkPreset('auto')
export {rules} from './remark-preset.ts'
