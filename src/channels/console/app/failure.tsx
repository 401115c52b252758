import { Component, type ReactNode } from 'react';
import { Empty } from './bits.tsx';
import { useTexts } from './texts.tsx';

/** React knows no other way to catch what a page throws, a part that a new version has replaced among it. */
export class Failure extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const { t } = useTexts();
  return (
    <Empty title={t('console-failed')}>
      <button type="button" onClick={() => location.reload()}>
        {t('console-reload')}
      </button>
    </Empty>
  );
}
