import { Link, useRoute } from 'wouter';
import { useMe } from '../queries.ts';
import { useTexts } from '../texts.tsx';

/** An answer worth giving to everybody: opens it in the editor of sources, to be edited and approved. */
export function ToKnowledge() {
  const { t } = useTexts();
  const role = useMe().data?.role;
  const [isCase, params] = useRoute('/tickets/:ticketId');
  if (!isCase || (role !== 'officer' && role !== 'supervisor' && role !== 'operator')) return null;
  return <Link href={`/knowledge/new?ticket=${params.ticketId}`}>{t('console-to-knowledge')}</Link>;
}
