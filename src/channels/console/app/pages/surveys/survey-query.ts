import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';

export type SurveyPageData = components['schemas']['SurveyPage'];
export const surveyKey = (surveyId: string) => ['survey', surveyId] as const;

export const useSurvey = (surveyId: string) =>
  useQuery({
    queryKey: surveyKey(surveyId),
    queryFn: () => answered(api.GET('/api/v1/surveys/{surveyId}', { params: { path: { surveyId } } })),
  });
