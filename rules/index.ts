import type {Rule} from '../core/rule.ts'
import {withPages} from '../core/rule-pages.ts'
import directives from './directives.ts'
import documentTitle from './document-title.ts'
import noClarificationMarkers from './no-clarification-markers.ts'
import noEmptySections from './no-empty-sections.ts'
import noFunctionBodies from './no-function-bodies.ts'
import noOpenQuestions from './no-open-questions.ts'
import noPlaceholders from './no-placeholders.ts'
import noTemplateText from './no-template-text.ts'
import noUnclosedFences from './no-unclosed-fences.ts'
import phaseNumbering from './phase-numbering.ts'
import phaseValidation from './phase-validation.ts'
import requiredSections from './required-sections.ts'
import stageGraph from './stage-graph.ts'
import stageMetadata from './stage-metadata.ts'
import stageSync from './stage-sync.ts'
import taskFiles from './task-files.ts'
import taskFormat from './task-format.ts'
import taskIds from './task-ids.ts'
import taskParallelism from './task-parallelism.ts'
import taskReferences from './task-references.ts'
import taskStories from './task-stories.ts'

// Written by `npm run generate`.
export const rules: readonly Rule[] = withPages([
  directives,
  documentTitle,
  noClarificationMarkers,
  noEmptySections,
  noFunctionBodies,
  noOpenQuestions,
  noPlaceholders,
  noTemplateText,
  noUnclosedFences,
  phaseNumbering,
  phaseValidation,
  requiredSections,
  stageGraph,
  stageMetadata,
  stageSync,
  taskFiles,
  taskFormat,
  taskIds,
  taskParallelism,
  taskReferences,
  taskStories,
])
