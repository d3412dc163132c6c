// Somebody at Element's library, in the mode that only trusts cross-signed devices. One JSON object a line on standard
// input says what to do, one a line on standard output what happened: {"room"}, {"asked"}, {"heard"}, {"sealed"}, {"failed"}.
import { createInterface } from "node:readline";
import { ClientEvent, EventType, MatrixEventEvent, RoomEvent, createClient } from "matrix-js-sdk";
import { OnlySignedDevicesIsolationMode } from "matrix-js-sdk/lib/crypto-api/index.js";
import { logger } from "matrix-js-sdk/lib/logger.js";

// The library is written for Node 22; this is all that Node 20 lacks of what is used here.
Promise.withResolvers ??= function () {
    const made = {};
    made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
    return made;
};

const [homeserver, user, password, bot] = process.argv.slice(2);
const tell = (what) => process.stdout.write(JSON.stringify(what) + "\n");
logger.setLevel("silent");
for (const name of ["log", "info", "debug", "warn", "error", "trace"]) console[name] = () => {};

const identifier = { type: "m.id.user", user };
const login = await createClient({ baseUrl: homeserver }).loginRequest({ type: "m.login.password", identifier, password });
const client = createClient({
    baseUrl: homeserver,
    userId: login.user_id,
    deviceId: login.device_id,
    accessToken: login.access_token,
});
await client.initRustCrypto({ useIndexedDB: false });
const crypto = client.getCrypto();
crypto.setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
await client.startClient();
await new Promise((ready) => client.on(ClientEvent.Sync, (state) => state === "PREPARED" && ready()));
// Whoever asks to be trusted only when signed must be signed too.
await crypto.bootstrapCrossSigning({
    authUploadDeviceSigningKeys: (upload) =>
        upload(null).catch((error) =>
            upload({ type: "m.login.password", identifier, password, session: error.data.session }),
        ),
});

function hear(event) {
    if (event.getSender() !== bot || !event.isEncrypted()) return;
    if (event.isDecryptionFailure()) tell({ sealed: event.getId(), reason: event.decryptionFailureReason });
    else if (event.getType() === EventType.RoomMessage)
        tell({ heard: event.getContent().body, answers: event.replyEventId ?? null });
}
client.on(RoomEvent.Timeline, (event) => !event.isBeingDecrypted() && hear(event));
client.on(MatrixEventEvent.Decrypted, hear);

async function roomWithBot() {
    const { room_id: room } = await client.createRoom({
        preset: "private_chat",
        invite: [bot],
        initial_state: [
            { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } },
        ],
    });
    for (;;) {
        if (client.getRoom(room)?.getMember(bot)?.membership === "join") return room;
        await new Promise((later) => setTimeout(later, 50));
    }
}

for await (const line of createInterface({ input: process.stdin })) {
    const order = JSON.parse(line);
    try {
        if (order.do === "room") tell({ room: await roomWithBot() });
        if (order.do === "ask")
            tell({ asked: (await client.sendTextMessage(order.room, order.text)).event_id });
    } catch (error) {
        tell({ failed: String(error) });
    }
}
process.exit(0);
