/** Providers for everybody that the list we take from elsewhere does not have; most are Dutch or Belgian. */
export const CONSUMER_MAIL_HOSTS: readonly string[] = [
  "ziggo.nl", "ziggomail.com", "upcmail.nl", "casema.nl", "quicknet.nl", "multiweb.nl", "xs4all.nl", "kpnplanet.nl", "wxs.nl",
  "tele2.nl", "telfort.nl", "online.nl", "versatel.nl", "vodafonethuis.nl", "caiway.nl", "solcon.nl", "freedom.nl", "luna.nl",
  "delta.nl", "deltaonline.nl", "outlook.nl", "proximus.be", "scarlet.be", "tutanota.com", "tuta.io", "fastmail.com", "posteo.de",
  "telia.com", "bredband.net", "duck.com", "mozmail.com", "relay.firefox.com",
];
