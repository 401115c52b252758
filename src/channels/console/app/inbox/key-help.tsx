import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from '../bits.tsx';
import { AreaTexts, useTexts } from '../texts.tsx';
import '../styles/bulk.css';

const KEYS: readonly (readonly [string, string])[] = [
  ['j k', 'walk'],
  ['Enter', 'open'],
  ['x', 'choose'],
  ['/', 'search'],
  ['t', 'take'],
  ['r', 'register'],
  ['a', 'answer'],
  ['q', 'ask'],
  ['p', 'redirect'],
  ['e', 'extend'],
  ['n', 'note'],
  ['Ctrl Enter', 'go-on'],
  ['Esc', 'close'],
  ['?', 'help'],
];

/** Every key there is; opened by one. */
export function KeyHelp({ onClose }: { onClose(): void }) {
  return (
    <AreaTexts area="inbox" waiting={null}>
      <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={onClose}>
        <Modal className="modal">
          <Dialog className="dialog">
            <Help onClose={onClose} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </AreaTexts>
  );
}

function Help({ onClose }: { onClose(): void }) {
  const { t } = useTexts();
  return (
    <>
      <header className="panel-head">
        <Heading slot="title">{t('console-inbox-keys')}</Heading>
        <button type="button" className="plain" aria-label={t('console-close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <dl className="key-list">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{t(`console-inbox-key-${what}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
