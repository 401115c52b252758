import { dayText } from '../../deadlines/index.ts';
import { TerritoryCode } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import type { Open311Deps } from './deps.ts';
import { instantText } from './instant-text.ts';
import { isFinished, type RequestRow } from './open311-repository.ts';
import type { Services } from './services.ts';

/** Never a smaller unit: in a village everybody knows who wrote. */
const SHOWN_LEVELS = ['region', 'city_rep', 'district', 'city', 'city_district'];
/** About a hundred metres: enough for a map, too little for a door. */
const SHOWN_DECIMALS = 3;

export interface ServiceRequest {
  readonly service_request_id: string;
  readonly status: 'open' | 'closed';
  readonly status_notes: string;
  readonly service_name: string;
  readonly service_code: string;
  readonly description: null;
  readonly agency_responsible: string | null;
  readonly service_notice: string | null;
  readonly requested_datetime: string;
  readonly updated_datetime: string;
  readonly expected_datetime: string | null;
  readonly address: string | null;
  readonly address_id: string | null;
  readonly zipcode: null;
  readonly lat: number | null;
  readonly long: number | null;
  readonly media_url: null;
}

const rounded = (degrees: number | null): number | null =>
  degrees === null ? null : Number(degrees.toFixed(SHOWN_DECIMALS));

/** A case as GeoReport shows it: where it stands and until when, never what was written (docs/adr/0011). */
export function createRequestView(
  { t, tree, timezone, calendar, directory, portalUrl }: Open311Deps,
  services: Services,
) {
  const agencies = new Map(directory.agencies.map(({ code, name }) => [String(code), name]));

  /** Two dates, never mixed; without registration the reason why the second is missing. */
  function notice({ state, procedure, promisedOn, statutoryOn }: RequestRow, language: Language): string | null {
    if (state === 'watched') return t(language, 'open311-notice-elsewhere', { url: portalUrl });
    if (promisedOn === null) return t(language, 'open311-notice-triage');
    return [
      t(language, 'deadline-promised-label', { day: dayText(language, promisedOn, true) }),
      statutoryOn
        ? t(language, 'deadline-statutory-label', { day: dayText(language, statutoryOn, true) })
        : t(language, procedure === 'none' ? 'deadline-promise-only' : 'deadline-statutory-not-yet'),
    ]
      .map((text) => (/[.!?]$/.test(text) ? text : `${text}.`))
      .join(' ');
  }

  return {
    notice,

    request(row: RequestRow, language: Language): ServiceRequest {
      const place =
        row.territoryCode === null
          ? undefined
          : tree.lineage(TerritoryCode.parse(row.territoryCode)).find(({ level }) => SHOWN_LEVELS.includes(level));
      const notes = row.state === 'closed' ? `closed-${row.resolution ?? 'silent'}` : row.state.replace('_', '-');
      return {
        service_request_id: row.number,
        // Answered is not resolved: only the person who asked closes a request.
        status: isFinished(row.state) ? 'closed' : 'open',
        status_notes: t(language, `open311-state-${notes}`),
        service_name: services.name(row.serviceCode, language),
        service_code: row.serviceCode,
        description: null,
        agency_responsible:
          row.agencyCode === null ? null : (agencies.get(row.agencyCode)?.[language] ?? row.agencyCode),
        service_notice: notice(row, language),
        requested_datetime: instantText(row.submittedAt, timezone),
        updated_datetime: instantText(row.updatedAt, timezone),
        expected_datetime: row.promisedOn && instantText(calendar(row.agencyCode).closesAt(row.promisedOn), timezone),
        address: place ? tree.fullName(place.code, language) : null,
        address_id: place?.code ?? null,
        zipcode: null,
        lat: rounded(row.latitude),
        long: rounded(row.longitude),
        media_url: null,
      };
    },

    /** What `extensions=true` adds. */
    extended: ({ registeredOn, statutoryOn }: RequestRow) => ({
      channel: 'open311',
      registered_date: registeredOn,
      statutory_date: statutoryOn,
    }),

    agencyName: (code: string | null, language: Language): string =>
      code === null ? '' : (agencies.get(code)?.[language] ?? code),
  };
}
export type RequestView = ReturnType<typeof createRequestView>;
