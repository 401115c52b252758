import { useTexts } from '../../texts.tsx';

const FORMATS = ['csv', 'xlsx', 'sps', 'json', 'codebook.json', 'codebook.xml'] as const;

export function Downloads({ waveId, mayRun }: { waveId: string; mayRun: boolean }) {
  const { t, language } = useTexts();
  const at = `/api/v1/survey-waves/${waveId}`;
  return (
    <section className="card">
      <h2 className="section-title">{t('console-result-files')}</h2>
      <p className="chart-files">
        <a href={`${at}/report?language=${language}`} target="_blank" rel="noreferrer">
          {t('console-result-report')}
        </a>
        {mayRun &&
          FORMATS.map((format) => (
            <a key={format} href={`${at}/export/${format}?language=${language}`} download>
              {t(`console-result-file-${format.replace('.', '-')}`)}
            </a>
          ))}
      </p>
      {mayRun && <p className="muted hint">{t('console-result-files-how')}</p>}
    </section>
  );
}
