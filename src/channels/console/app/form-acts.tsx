import { ErrorNote } from './bits.tsx';
import { useTexts } from './texts.tsx';

interface Props {
  readonly act: string;
  readonly save: { readonly isPending: boolean; readonly isSuccess: boolean; readonly error: unknown };
  /** What else went wrong while the form was filled. */
  readonly error?: unknown;
  readonly isDisabled?: boolean;
  readonly saved?: string;
  onCancel?: (() => void) | undefined;
}

/** The foot of a form: what went wrong, the act, the way back, and that it is done. */
export function FormActs({ act, save, error, isDisabled = false, saved, onCancel }: Props) {
  const { t } = useTexts();
  return (
    <>
      <ErrorNote error={save.error ?? error} kept />
      <div className="panel-acts">
        <button type="submit" className="primary" disabled={save.isPending || isDisabled}>
          {act}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            {t('console-cancel')}
          </button>
        )}
        {saved !== undefined && save.isSuccess && <span role="status">{saved}</span>}
      </div>
    </>
  );
}
