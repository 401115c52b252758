import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SurveysDesk } from '../channels/console/index.ts';
import { renderPng } from '../platform/pictures/index.ts';
import { loadTemplates, nameThemes } from '../surveys/index.ts';
import type { Services } from './compose.ts';
import type { Participation } from './participation.ts';

/** What the console's survey pages work with. */
export function createSurveysDesk(
  { jurisdiction, mask, model, names }: Services,
  { surveys }: Participation,
  { sendRate, botName }: Pick<SurveysDesk, 'sendRate' | 'botName'>,
): SurveysDesk {
  const templates = join(jurisdiction.folder, 'surveys');
  return {
    surveys,
    templates: existsSync(templates) ? loadTemplates(templates) : [],
    mask: (text) => mask(text).masked,
    nameThemes: (themes, language) => nameThemes(model, themes, language),
    renderPng,
    dayText: names.day,
    sendRate,
    botName,
  };
}
