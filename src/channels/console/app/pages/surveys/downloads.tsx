import { useTexts } from '../../texts.tsx';

const FORMATS = ['csv', 'words.csv', 'xlsx', 'sps', 'json', 'codebook.json', 'codebook.xml'] as const;

interface Props {
  readonly waveId: string;
  readonly mayRun: boolean;
  /** Rows are given when the wave is over and enough people have answered. */
  readonly hasRows: boolean;
}

export function Downloads({ waveId, mayRun, hasRows }: Props) {
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
          hasRows &&
          FORMATS.map((format) => (
            <a key={format} href={`${at}/export/${format}?language=${language}`} download>
              {t(`console-result-file-${format.replace('.', '-')}`)}
            </a>
          ))}
      </p>
      {mayRun && <p className="muted hint">{t(hasRows ? 'console-result-files-how' : 'console-result-files-later')}</p>}
    </section>
  );
}
