export type { AnsweringService } from './answering/answering-service.ts';
export { type Preview, previewAnswer, previewSurvey, previewWords } from './answering/preview.ts';
export { type ShownOption, type StepView, stepMark } from './answering/step-view.ts';
export type { Turn as SurveyTurn } from './answering/turn.ts';
export { drawChart } from './charts/draw-chart.ts';
export { resultCard } from './charts/result-card.ts';
export { createSurveys, type Surveys } from './create-surveys.ts';
export { isDutyOverdue, type SurveyDuty } from './duties/duties-repository.ts';
export { EXPORT_FORMATS, type ExportFile, type ExportFormat } from './exports/export-wave.ts';
export { estimateEnd } from './fielding/estimate-end.ts';
export { DEFAULT_FIELDING, type Fielding, type FieldingRules, isQuiet } from './fielding/fielding.ts';
export { forgetCitizen } from './forget-citizen-repository.ts';
export { type GroupPoll, type GroupPollCounts, groupPollOf } from './group-polls/group-polls-repository.ts';
export type { OpinionTopic, Statement } from './opinion-map/maps-repository.ts';
export type { NextStatement, OpinionMaps } from './opinion-map/maps-service.ts';
export type { PublicMap, Standing } from './opinion-map/public-map.ts';
export { Answer, type AnswerFile } from './questionnaire/answer.ts';
export type { Condition } from './questionnaire/condition.ts';
export { estimateSeconds } from './questionnaire/length.ts';
export { loadTemplates, type SurveyTemplate } from './questionnaire/load-templates.ts';
export { Question, Questionnaire, type QuestionnaireInput, questionsOf } from './questionnaire/questionnaire.ts';
export { readQuestionnaire, writeQuestionnaire } from './questionnaire/read-questionnaire.ts';
export { Words, wordsIn } from './questionnaire/words.ts';
export type { OptionResult, QuestionResult } from './results/question-result.ts';
export { type HonestStatement, statementText } from './results/statement.ts';
export type { SurveyResults } from './results/survey-results.ts';
export { BRIEF_ROLES, isLeader, type Leader, WEEKLY_BRIEF } from './rising/send-briefs.ts';
export type { WeeklyBrief } from './rising/weekly-brief.ts';
export type { Estimate } from './statistics/estimates.ts';
export type { Survey, SurveyMode, SurveyVersion } from './survey.ts';
export type { SurveyListed } from './surveys-read-model.ts';
export { type QuestionnaireReview, reviewQuestionnaire, type SurveysService } from './surveys-service.ts';
export { nameThemes, THEME_NAMES_PROMPT, type UnnamedTheme } from './themes/name-themes.ts';
export {
  type Contribution,
  isReplyLate,
  type TopicSession,
  type TopicState,
  topicState,
} from './topic-sessions/topic-session.ts';
export type { TopicNews, TopicSessions } from './topic-sessions/topics-service.ts';
export { Audience, type AudienceInput, DatedMargins, type Wave, type WaveState } from './wave.ts';
export type { NewWave, WaveProgress, WavesService } from './waves-service.ts';
