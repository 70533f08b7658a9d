import type {Title, Vocabulary} from '../core/preset.ts'
import {taskWords} from './task-words.ts'

/** A section's title with the other titles people and translations give it. */
export interface Words {
  readonly title: Title
  readonly aliases: readonly Title[]
}

const words = (title: Title, ...aliases: Title[]): Words => ({title, aliases})

/** Titles that name the phase they validate. */
const phaseValidation: readonly Title[] = [
  'Phase {n} Validation',
  'Phase {n} Validation Commands',
  'Phase {n} Verification',
  'Phase {n} Success Criteria',
  'Success Criteria Phase {n}',
  'Success Criteria for Phase {n}',
  'Stage {n} Validation',
]

export const vocabulary: Vocabulary = {
  questions: [
    'Open Questions',
    'Open Technical Questions',
    'Remaining Questions',
    'Unresolved Questions',
    'Outstanding Questions',
    'Pending Questions',
    'Unanswered Questions',
    'Questions for Clarification',
    'Clarification Questions',
    'Unknowns to Resolve',
    'Open Issues and Questions',
    'Open Questions…',
    '미해결 질문',
    '미해결 기술 질문',
    '미결 질문',
    '열린 질문',
    '未解决问题',
    '未解决的问题',
    '待解决问题',
    '待确认问题',
    '待澄清问题',
    '开放问题',
  ],
  validation: [
    ...phaseValidation,
    'Validation',
    'Validation Commands',
    'Validation Criteria',
    'Validation Steps',
    'Verification',
    'Verification Commands',
    'Verification Steps',
    'Verification Criteria',
    'Verification Checklist',
    'Validation Checklist',
    'How to Verify',
    'Verify',
    'Test Commands',
    'Testing Commands',
    'Manual Testing',
    'Manual Testing Steps',
    'Manual Test Steps',
    'Success Criteria',
    'Success Metrics',
    'Automated Verification',
    'Automated',
    'Manual Verification',
    'Manual',
    'Checkpoint',
    'Independent Test',
    'Independent Test Criteria',
    'Interactive Test',
    'Exit Criteria',
    'Completion Criteria',
    'Done When',
    '독립 테스트',
    '독립 테스트 기준',
    '완료 기준',
    '검증',
    '검증 기준',
    '성공 기준',
    '체크포인트',
    '独立测试',
    '验证',
    '验收',
    '完成标准',
    '成功标准',
    '检查点',
  ],
  checkpoints: [
    'Checkpoint',
    'Independent Test',
    'Independent Test Criteria',
    'Test Criteria',
    'Interactive Test',
    '체크포인트',
    '독립 테스트',
    '독립 테스트 기준',
    '완료 기준',
    '检查点',
    '独立测试',
    '独立测试标准',
  ],
  tasks: taskWords,
}

/** Headings of phases where a template says "Phase"; people also say Milestone, Stage or Step. */
export const phaseTitles: readonly Title[] = [
  'Phase {n}',
  'Milestone {n}',
  'Stage {n}',
  'Step {n}',
  '{n}단계',
  '단계 {n}',
  '阶段 {n}',
  '第{n}阶段',
]

/** Where work is cut up under other names: numbered tasks or steps, a document that is one phase by its title. */
export const phaseStandIns: readonly Title[] = [
  'Phase {n}',
  'Step {n}',
  'Task {n}',
  'Steps',
  'Tasks',
  'Implementation Steps',
  'Implementation Tasks',
]

export const overview = words(
  'Overview',
  'Summary',
  'Objective',
  'Goal',
  'Executive Summary',
  'Problem Statement',
  'Introduction',
  'Purpose',
  'Mission',
  'Vision',
  'Important Context',
  "What We're Building",
  "What We're Trying to Do",
  '개요',
  '요약',
  '概述',
  '概要',
  '摘要',
)

export const currentState = words(
  'Current State Analysis',
  'Current State',
  'What Exists',
  'What Exists Now',
  'Current Situation',
  'Current Implementation',
  'Current Architecture',
  'Existing State',
  'Existing Implementation',
  'Existing Code',
  'Existing System',
  'Current Status',
  'Current Design',
  'Current Behavior',
  'Current State of…',
  'Current Architecture State',
  'Already Implemented',
  'Gap Analysis',
  'Problem Analysis',
  'The Problem',
  'Root Cause Analysis',
  'Context',
  'Prerequisites',
  'Background',
  '현재 상태',
  '현재 상태 분석',
  '现状分析',
  '当前状态',
  '当前状态分析',
)

export const desiredEndState = words(
  'Desired End State',
  'Desired End State After…',
  'Desired State',
  'End State',
  'Goal State',
  'Final State',
  'Future State',
  'Target State',
  'Expected Outcome',
  'Success Criteria',
  'Success Criteria for…',
  'Success Metrics',
  'Completion Criteria',
  'Completion Checklist',
  'Expected Result',
  'Definition of Done',
  'Acceptance Criteria',
  'Target Architecture',
  '목표 상태',
  '완료 기준',
  '目标状态',
  '期望状态',
  '预期结果',
)

export const keyDiscoveries = words(
  'Key Discoveries',
  'Key Requirements Discovered',
  'Key Findings',
  'Research Findings',
  '주요 발견 사항',
  '关键发现',
)

export const outOfScope = words(
  "What We're NOT Doing",
  'What We Are NOT Doing',
  'What You Should NOT Do',
  'What NOT to Do',
  'What This Does NOT Do',
  'What This Plan Does NOT Do',
  'What This Plan Does NOT Include',
  'What This Plan Does NOT Cover',
  "What We Won't Do",
  'Out of Scope',
  'Explicitly Out of Scope',
  'Future Enhancements (Out of Scope)',
  'Future Enhancements (Not in MVP)',
  'Future Work (Not in This Plan)',
  'Non-Goals',
  'Explicit Non-Goals',
  'Not in Scope',
  'Deferred',
  'Deferred Items',
  'Deferred Work',
  'Exclusions',
  'Not Included',
  'Scope Boundaries',
  '범위 밖',
  '범위 제외',
  '제외 범위',
  '非目标',
  '范围外',
  '不在范围内',
)

export const approach = words(
  'Implementation Approach',
  'Approach',
  'Recommended Approach',
  'Revised Approach',
  'Chosen Approach',
  'Selected Approach',
  'Overall Approach',
  'High-Level Approach',
  'Why This Approach',
  'Core Concept',
  'Conversion Pattern',
  'Proposed Approach',
  'Strategy',
  'Implementation Strategy',
  'High-Level Strategy',
  'Migration Strategy',
  'Technical Approach',
  'Solution',
  'Proposed Solution',
  'Design Decisions',
  'Architecture Decisions',
  'Architectural Decisions',
  'Technical Decisions',
  'Key Decisions',
  'Decisions Made',
  'Implementation Design',
  'Technical Design',
  'Architecture',
  'Architecture Overview',
  'Architecture Summary',
  'Architecture and Key Patterns',
  'Core Architecture Principles',
  'Technical Architecture',
  'Chosen Architecture',
  '구현 접근 방식',
  '구현 전략',
  '실행 방법',
  '实现方案',
  '实施方案',
  '技术方案',
)

export const phases = words(
  'Implementation Phases',
  'Phases',
  'Phased Implementation Plan',
  'Implementation Plan',
  'Implementation Steps',
  '구현 단계',
  '实施阶段',
)

export const changes = words(
  'Changes Required',
  'Changes',
  'Required Changes',
  'Tasks',
  'Changes Needed',
  'Deliverables',
)

export const validation = words(
  'Success Criteria',
  'Validation',
  'Validation Commands',
  'Verification',
  'Verification Commands',
  'Verification Steps',
  'Validation Criteria',
  'Completion Criteria',
  'Verify',
  ...phaseValidation,
)

export const automated = words('Automated Verification', 'Automated', 'Automated Tests', 'Automated Checks')

export const manual = words('Manual Verification', 'Manual', 'Manual Testing', 'Manual Checks')

export const references = words(
  'References',
  'Source Documents',
  'Related Documents',
  'Related Documentation',
  'Key Files to Reference',
  'Resources',
  'Links',
  '참고 자료',
  '참고 문서',
  '参考资料',
  '参考文献',
)

export const testing = words('Testing Strategy', 'Test Strategy', 'Testing', 'Test Plan', '테스트 전략', '测试策略')
export const unitTests = words('Unit Tests', 'Unit Testing', '단위 테스트', '单元测试')
export const integrationTests = words('Integration Tests', 'Integration Testing', '통합 테스트', '集成测试')
export const manualTests = words(
  'Manual Testing',
  'Manual Testing Steps',
  'Manual Tests',
  'Manual Verification',
  '수동 테스트',
  '手动测试',
)

export const rollback = words(
  'Rollback Plan',
  'Rollback',
  'Rollback Strategy',
  'Rollback Procedure',
  '롤백 계획',
  '回滚计划',
)

export const openQuestions = words('Open Questions', ...vocabulary.questions.slice(1))
