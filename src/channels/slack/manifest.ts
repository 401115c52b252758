/** The app manifest a body pastes into Slack: what the app may do, and where Slack finds us. */
export function slackManifest({ publicUrl, socketMode }: { publicUrl: string; socketMode: boolean }): object {
  const url = `${publicUrl}/slack/events`;
  return {
    display_information: { name: 'Dauys', description: 'Tickets of citizens, where you work' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Dauys', always_online: true },
      slash_commands: [
        {
          command: '/dauys',
          description: 'Open a ticket by its number',
          usage_hint: '472-918-3',
          ...(socketMode ? {} : { url }),
        },
      ],
    },
    oauth_config: {
      scopes: {
        bot: [
          'chat:write',
          'commands',
          'channels:history',
          'groups:history',
          'im:write',
          'metadata.message:read',
          'files:read',
        ],
      },
    },
    settings: {
      event_subscriptions: {
        ...(socketMode ? {} : { request_url: url }),
        bot_events: ['app_home_opened', 'message.channels', 'message.groups'],
      },
      interactivity: { is_enabled: true, ...(socketMode ? {} : { request_url: url, message_menu_options_url: url }) },
      socket_mode_enabled: socketMode,
      token_rotation_enabled: false,
    },
  };
}
