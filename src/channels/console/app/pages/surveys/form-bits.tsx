import { Icon, type IconName } from '../../bits.tsx';

interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  onChange(checked: boolean): void;
}

export function Tick({ label, checked, onChange }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>{label}</span>
    </label>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly min?: number;
  readonly max?: number;
  onChange(value: number | undefined): void;
}

/** An empty box is no limit. */
export function NumberBox({ label, value, min, max, onChange }: NumberProps) {
  return (
    <label className="field small-field">
      <span>{label}</span>
      <input
        type="number"
        value={value ?? ''}
        min={min}
        max={max}
        onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
      />
    </label>
  );
}

interface ActProps {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean;
  readonly turned?: boolean;
  onPress(): void;
}

/** A small button whose word is read aloud and shown on hover. */
export function IconAct({ icon, label, disabled = false, turned = false, onPress }: ActProps) {
  return (
    <button
      type="button"
      className={turned ? 'plain icon-act turned' : 'plain icon-act'}
      title={label}
      aria-label={label}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
