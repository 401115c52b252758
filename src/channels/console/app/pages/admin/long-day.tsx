/** With the year: a competence lasts for years. */
export const LongDay = ({ on }: { on: string }) => <time dateTime={on}>{on.split('-').toReversed().join('.')}</time>;
