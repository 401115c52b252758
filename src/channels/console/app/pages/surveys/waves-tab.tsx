import type { Me } from '../../api.ts';
import { Empty } from '../../bits.tsx';
import { useTexts } from '../../texts.tsx';
import type { SurveyPageData } from './survey-query.ts';

export function WavesTab({ found }: { found: SurveyPageData; me: Me }) {
  const { t } = useTexts();
  return found.survey.waves.length === 0 ? <Empty title={t('console-survey-waves-none')} /> : null;
}
