import { showCaseNumber } from '../../appeals/index.ts';
import { TicketId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import {
  type AgencyChannel,
  type AgencyChannelsRepository,
  type BoundOfficer,
  doneWords,
  type OfficerAct,
  type OfficerCardsRepository,
  type OfficerDesk,
} from '../officer-cards/index.ts';
import { plainScreen, previewScreen, promptScreen } from './card-screen.ts';
import type { StaffButton } from './staff-buttons.ts';
import type { StaffSender } from './staff-sender.ts';

interface Deps {
  readonly t: Translate;
  readonly desk: OfficerDesk;
  readonly channels: AgencyChannelsRepository;
  readonly cards: OfficerCardsRepository;
  readonly staffSender: StaffSender;
  /** Shows something after the commit. */
  readonly later: (tx: Tx, show: () => Promise<unknown>) => void;
}

/** Buttons of cards, prompts and previews in a group; each says in a line what became of it. */
export function createPresses({ t, desk, channels, cards, staffSender, later }: Deps) {
  async function card(
    tx: Tx,
    button: Extract<StaffButton, { type: 'card' }>,
    officer: BoundOfficer,
    chatId: number,
    messageId: number,
  ): Promise<string> {
    const ticketId = TicketId.parse(button.id);
    const channel = await channelAt(tx, chatId, messageId, ticketId);
    const { verb } = button;
    if (verb === 'take') {
      await desk.act(tx, officer, channel, ticketId, { type: 'take' });
      return doneWords(t, officer.language, 'take');
    }
    const view = await desk.assertOffered(officer, ticketId, channel, verb);
    if (verb === 'pass') {
      await previewed(tx, officer, channel, ticketId, { type: 'pass' }, { chatId, messageId });
      return '';
    }
    const number = showCaseNumber(view.appeal.number ?? '');
    const templates = verb === 'answer' ? await desk.templates(officer, ticketId, channel) : [];
    later(tx, async () => {
      const asked = await staffSender.say(
        String(chatId),
        promptScreen(t(officer.language, `officers-prompt-${verb}`, { number }), ticketId, templates),
        { replyTo: messageId },
        templates.length === 0,
      );
      if (asked.type === 'ok') await cards.addMessage(prompt(channel, asked.result.message_id, ticketId, verb));
    });
    return '';
  }

  /** A template is previewed as it is; a reply to the preview with other words is the answer instead. */
  async function template(
    tx: Tx,
    { id, nth }: Extract<StaffButton, { type: 'template' }>,
    officer: BoundOfficer,
    chatId: number,
    messageId: number,
  ): Promise<string> {
    const ticketId = TicketId.parse(id);
    const channel = await channelAt(tx, chatId, messageId, ticketId);
    const { appeal } = await desk.assertOffered(officer, ticketId, channel, 'answer');
    const chosen = (await desk.templates(officer, ticketId, channel))[nth];
    if (!chosen) throw new Refusal('template.not_found', {});
    const act: OfficerAct = {
      type: 'answer',
      text: chosen.text,
      templateId: chosen.id,
      language: appeal.language,
      outcome: 'explained',
      files: [],
    };
    await previewed(tx, officer, channel, ticketId, act, { chatId, messageId }, `answer@${chosen.id}`);
    return '';
  }

  async function previewed(
    tx: Tx,
    officer: BoundOfficer,
    channel: AgencyChannel,
    ticketId: TicketId,
    act: OfficerAct,
    { chatId, messageId }: { chatId: number; messageId: number },
    verb: string | null = null,
  ): Promise<void> {
    const pendingId = await desk.hold(tx, officer, channel, ticketId, act);
    later(tx, async () => {
      const words = await desk.preview(officer, ticketId, act);
      const withOutcome = act.type === 'answer';
      const how = verb ? `${words}\n\n${t(officer.language, 'officers-template-how')}` : words;
      const shown = await staffSender.say(
        String(chatId),
        previewScreen(t, officer.language, { words: how, pendingId, withOutcome }),
        { replyTo: messageId },
      );
      if (verb && shown.type === 'ok') await cards.addMessage(prompt(channel, shown.result.message_id, ticketId, verb));
    });
  }

  async function preview(
    tx: Tx,
    { choice, id }: Extract<StaffButton, { type: 'preview' }>,
    officer: BoundOfficer,
    chatId: number,
    messageId: number,
  ): Promise<string> {
    const outcome = choice === 'send' || choice === 'cancel' ? null : choice;
    const done =
      choice === 'cancel'
        ? await desk.drop(tx, officer, id).then(() => t(officer.language, 'officers-cancelled'))
        : await desk
            .confirmHeld(tx, officer, id, outcome)
            .then(({ act, waits }) => doneWords(t, officer.language, act.type, waits));
    later(tx, () => staffSender.edit(String(chatId), messageId, plainScreen(done)));
    return done;
  }

  const prompt = (channel: AgencyChannel, messageId: number, ticketId: TicketId, verb: string) => ({
    channelId: channel.id,
    messageRef: String(messageId),
    ticketId,
    role: 'prompt' as const,
    verb,
  });

  async function channelAt(tx: Tx, chatId: number, messageId: number, ticketId: TicketId): Promise<AgencyChannel> {
    for (const channel of await channels.atPlace('staff_chat', String(chatId), tx)) {
      const known = await cards.messageAt(channel.id, String(messageId), tx);
      if (known?.ticketId === ticketId) return channel;
    }
    throw new Refusal('channel.not_found', {});
  }

  return {
    press(tx: Tx, button: StaffButton, officer: BoundOfficer, chatId: number, messageId: number): Promise<string> {
      switch (button.type) {
        case 'card':
          return card(tx, button, officer, chatId, messageId);
        case 'template':
          return template(tx, button, officer, chatId, messageId);
        case 'preview':
          return preview(tx, button, officer, chatId, messageId);
      }
    },
  };
}
