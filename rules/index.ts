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
])
