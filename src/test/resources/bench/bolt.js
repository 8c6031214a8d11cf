// The same command, signature checked, acknowledged by Bolt for JavaScript with nothing stored.
const { App } = require('@slack/bolt');
const app = new App({
  signingSecret: process.env.SECRET,
  authorize: async () => ({ botToken: 'xoxb-1', botId: 'B01', botUserId: 'U0BOT' }),
});
app.command('/class', async ({ ack }) => ack('Page 12 is in the class room.'));
app.start({ host: '127.0.0.1', port: Number(process.env.PORT) });
