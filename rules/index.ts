import type {Rule} from '../core/rule.ts'
import {withPages} from '../core/rule-pages.ts'
import codeReferences from './code-references.ts'
import directives from './directives.ts'
import documentTitle from './document-title.ts'
import fileChanges from './file-changes.ts'
import knownCommands from './known-commands.ts'
import noClarificationMarkers from './no-clarification-markers.ts'
import noDatabaseQueries from './no-database-queries.ts'
import noEmptySections from './no-empty-sections.ts'
import noFunctionBodies from './no-function-bodies.ts'
import noOpenQuestions from './no-open-questions.ts'
import noPlaceholders from './no-placeholders.ts'
import noTemplateText from './no-template-text.ts'
import noUnclosedFences from './no-unclosed-fences.ts'
import phaseNumbering from './phase-numbering.ts'
import phaseValidation from './phase-validation.ts'
import requiredFields from './required-fields.ts'
import requiredSections from './required-sections.ts'
import sectionContent from './section-content.ts'
import sectionOrder from './section-order.ts'
import stageGraph from './stage-graph.ts'
import stageMetadata from './stage-metadata.ts'
import stageSync from './stage-sync.ts'
import statusConsistency from './status-consistency.ts'
import structTags from './struct-tags.ts'
import taskFiles from './task-files.ts'
import taskFormat from './task-format.ts'
import taskIds from './task-ids.ts'
import taskParallelism from './task-parallelism.ts'
import taskReferences from './task-references.ts'
import taskStories from './task-stories.ts'
import testSignatures from './test-signatures.ts'

// Written by `npm run generate`.
export const rules: readonly Rule[] = withPages([
  codeReferences,
  directives,
  documentTitle,
  fileChanges,
  knownCommands,
  noClarificationMarkers,
  noDatabaseQueries,
  noEmptySections,
  noFunctionBodies,
  noOpenQuestions,
  noPlaceholders,
  noTemplateText,
  noUnclosedFences,
  phaseNumbering,
  phaseValidation,
  requiredFields,
  requiredSections,
  sectionContent,
  sectionOrder,
  stageGraph,
  stageMetadata,
  stageSync,
  statusConsistency,
  structTags,
  taskFiles,
  taskFormat,
  taskIds,
  taskParallelism,
  taskReferences,
  taskStories,
  testSignatures,
])
