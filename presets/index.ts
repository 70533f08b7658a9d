import type {Preset} from '../core/preset.ts'
import blueprint from './blueprint.ts'
import goPhased from './go-phased.ts'
import humanlayer from './humanlayer.ts'
import phased from './phased.ts'
import plan from './plan.ts'
import specKit from './spec-kit.ts'
import specKitPlan from './spec-kit-plan.ts'
import specKitTasks from './spec-kit-tasks.ts'
import staged from './staged.ts'

// Written by `npm run generate`.
export const presets: readonly Preset[] = [
  blueprint,
  goPhased,
  humanlayer,
  phased,
  plan,
  specKit,
  specKitPlan,
  specKitTasks,
  staged,
]
