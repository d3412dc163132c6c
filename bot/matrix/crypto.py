"""Encrypted rooms, by the Matrix library's Olm machine: it keeps the keys, this decides when to use them.

The library is loaded here and nowhere else, beside the login, and sees only what concerns encryption: keys
of /sync, and the members of a room in the moment of sending. Its own loop, store of tokens and retries are
not used.
"""

import asyncio
import importlib
import logging
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeAlias

import aiohttp
from pydantic import SecretStr

from bot import metrics
from bot.clock import Clock
from bot.conversation import RoomId, Unreadable
from bot.matrix import cross_signing, identity, key_requests, private_file
from bot.matrix.content import Sending
from bot.matrix.events import age_ms
from bot.matrix.session import Refused, Session
from bot.matrix.unread import Unread
from bot.matrix.wire import Unreachable, Wire

if TYPE_CHECKING:
    import nio

log = logging.getLogger(__name__)

Raw: TypeAlias = Mapping[str, Any]

STORE = "crypto"
"""The folder of the keys in the data folder."""
_CONCERNS_KEYS = ("to_device", "device_lists", "device_one_time_keys_count", "device_unused_fallback_key_types")


class Crypto:
    """The encryption keys of one device, in a folder of their own. Made by `of`.

    `unread` are the messages whose key has not come yet; whoever writes the database writes them too.
    """

    def __init__(self, client: "nio.AsyncClient", unread: Unread, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self.unread = unread
        # A key may have come, and the process have ended, before its messages were read.
        self._arrived = unread.sessions
        self._key_counts: object = None
        self._sharing: defaultdict[RoomId, asyncio.Lock] = defaultdict(asyncio.Lock)

    @staticmethod
    async def loaded() -> None:
        """Load the library in a thread, while the homeserver is being asked."""
        await asyncio.to_thread(importlib.import_module, "nio")

    @classmethod
    async def of(
        cls, session: Session, wire: Wire, password: SecretStr | None, data: Path, unread: Unread, clock: Clock
    ) -> Self:
        """The keys of `session`'s device in the folder `data`, made there the first time, published and cross-signed.

        Raises Refused when the keys on disk are not those that this device has published: whoever trusts
        the published ones would never be understood.
        """
        import nio

        folder = data / STORE
        client = nio.AsyncClient(
            session.homeserver,
            session.user,
            session.device,
            str(folder),
            nio.AsyncClientConfig(
                encryption_enabled=True,
                pickle_key=_pickle_key(folder / "pickle.key"),
                # A 429 or a lost connection is an error here; whoever asked tries again in its own time.
                max_limit_exceeded=0,
                max_timeouts=0,
                request_timeout=30,
            ),
        )
        client.restore_login(session.user, session.device, session.token)
        crypto = cls(client, unread, clock)
        client.add_to_device_callback(crypto._key_came, (nio.RoomKeyEvent, nio.ForwardedRoomKeyEvent))
        client.add_to_device_callback(crypto._key_withheld, nio.UnknownToDeviceEvent)
        key_requests.accept_from_creators(crypto._olm)
        published = cross_signing.device_of(await cross_signing.own_keys(wire, session), session)
        if published is not None and not crypto._made(published):
            await client.close()
            raise Refused("matrix.keys-lost", folder=str(folder), user=session.user)
        await crypto._errands()
        await cross_signing.sign_own_device(wire, session, password, data / identity.FILE)
        return crypto

    async def close(self) -> None:
        """Close the connections; the keys stay."""
        await self._client.close()

    async def receive(self, answer: Raw) -> Sequence[tuple[RoomId, Raw]]:
        """Take in the keys of an answer of /sync; returns earlier events that can be read now, in clear."""
        import nio

        if not self._concerned(answer):
            return self._readable_now()
        keys = {name: answer[name] for name in _CONCERNS_KEYS if name in answer}
        response = nio.SyncResponse.from_dict({"next_batch": answer.get("next_batch"), **keys})
        if not isinstance(response, nio.SyncResponse):
            log.warning("event=keys-malformed")
            return ()
        await self._client.receive_response(response)
        olm = self._olm
        # The library asks for the new devices of those only whose rooms it has in memory.
        olm.add_changed_users(set(response.device_list.changed) & olm.tracked_users)
        await self._errands()
        return self._readable_now()

    def opened(self, room: RoomId, event: Raw) -> Raw | None:
        """An encrypted event in clear; None when its key is not there (yet), or when it is none of ours."""
        clear = self._decrypted(room, event)
        # A new device of the bot cannot read what an old one wrote; nobody waits for it.
        if clear is None and event.get("sender") != self._client.user_id:
            now_ms = self._clock.now_ms()
            self.unread.add(room, event, age_ms(event, now_ms), now_ms)
            metrics.UNDECRYPTABLE.add()
            log.info("event=undecryptable room=%s waiting=%d", room, len(self.unread))
        return clear

    async def look_after_unread(self) -> Sequence[Unreadable]:
        """Ask for keys that are missing, and drop what nobody waits for; returns what rooms are to hear of."""
        import nio

        now_ms = self._clock.now_ms()
        self.unread.forget_old(now_ms)
        for message in self.unread.to_ask(now_ms):
            sealed = nio.Event.parse_encrypted_event({**message.event, "room_id": message.room})
            if isinstance(sealed, nio.MegolmEvent):
                log.info("event=key-asked room=%s", message.room)
                self._olm.outgoing_to_device_messages.append(key_requests.request(sealed, self._client.device_id))
        await self._errands()
        return self.unread.to_tell(now_ms)

    def members_seen(self, room: RoomId, memberships: Iterable[Raw]) -> None:
        """Membership events of an encrypted room. Who came must get the keys, who left must not: if anybody
        did, the next message begins anew.
        """
        known = self._client.rooms.get(room)
        if known is not None and any(
            _joined(event) != (event.get("state_key") in known.users) for event in memberships
        ):
            del self._client.rooms[room]
            self._client.invalidate_outbound_session(room)

    async def sealed(self, room: RoomId, message: Sending) -> Sending:
        """`message` as an encrypted event of `room`. Raises Unreachable when not all devices could be given
        the key.
        """
        try:
            async with self._sharing[room]:
                await self._share_keys(room)
                kind, content = self._client.encrypt(room, message.kind, message.content)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise Unreachable(type(error).__name__) from error
        return Sending(kind, content)

    def locked(self, content: bytes) -> tuple[bytes, dict[str, Any]]:
        """A file encrypted with a key of its own, and the `EncryptedFile` that opens it, without its `url`."""
        from nio.crypto import attachments

        sealed, keys = attachments.encrypt_attachment(content)
        return sealed, keys

    @property
    def _olm(self) -> "nio.crypto.Olm":
        olm = self._client.olm
        assert olm is not None, "encryption is enabled"
        return olm

    def _made(self, device: Raw) -> bool:
        """Whether the published keys of a device are the ones of this store."""
        keys = device.get("keys")
        own = self._olm.account.identity_keys["curve25519"]
        return isinstance(keys, Mapping) and keys.get(f"curve25519:{self._client.device_id}") == own

    def _concerned(self, answer: Raw) -> bool:
        """Whether there is anything for the library in `answer`: most answers have nothing."""
        counts = answer.get("device_one_time_keys_count")
        changed, self._key_counts = counts != self._key_counts, counts
        to_device = answer.get("to_device")
        return (
            changed
            or bool(isinstance(to_device, Mapping) and to_device.get("events"))
            or self._knows_any_of(answer.get("device_lists"))
        )

    def _knows_any_of(self, lists: object) -> bool:
        """Whether anybody in these lists is in an encrypted room with the bot.

        Synapse names whoever has said anything: taken to the library each time, that was a quarter of the processor
        time of an answer in a plain room (measured).
        """
        named = [lists.get(name) for name in ("changed", "left")] if isinstance(lists, Mapping) else []
        known = self._olm.tracked_users
        return any(
            isinstance(user, str) and user in known for users in named if isinstance(users, list) for user in users
        )

    async def _errands(self) -> None:
        """What the library wants done after each sync: keys uploaded, asked for, claimed and passed on."""
        client = self._client
        try:
            if client.should_upload_keys:
                await client.keys_upload()
            if client.should_query_keys:
                await client.keys_query()
            if client.should_claim_keys:
                await client.keys_claim(client.get_users_for_key_claiming())
            await client.send_to_device_messages()
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            log.warning("event=keys-not-exchanged reason=%s", type(error).__name__)

    async def _share_keys(self, room: RoomId) -> None:
        import nio

        client, olm = self._client, self._olm
        if room not in client.rooms:
            known = nio.MatrixRoom(room, client.user_id, encrypted=True)
            client.rooms[room] = known
            members = await client.joined_members(room)
            if not isinstance(members, nio.JoinedMembersResponse):
                del client.rooms[room]
                raise Unreachable("members unknown", everywhere=False)
        if client.should_query_keys and not isinstance(await client.keys_query(), nio.KeysQueryResponse):
            raise Unreachable("devices unknown", everywhere=False)
        if not olm.should_share_group_session(room):
            return
        await client.share_group_session(room, ignore_unverified_devices=True)
        session = olm.outbound_group_sessions[room]
        missing = self._devices(room) - session.users_shared_with - session.users_ignored
        if missing:
            # The library calls the session shared even where the homeserver refused to pass it on.
            client.invalidate_outbound_session(room)
            raise Unreachable(f"{len(missing)} devices without the key", everywhere=False)

    def _devices(self, room: RoomId) -> set[tuple[str, str]]:
        """The devices in `room` that can be given a key."""
        olm = self._olm
        return {
            (user, device.id)
            for user in self._client.rooms[room].users
            for device in olm.device_store.active_user_devices(user)
            if device.id != self._client.device_id and olm.session_store.get(device.curve25519)
        }

    def _decrypted(self, room: RoomId, event: Raw) -> Raw | None:
        import nio

        sealed = nio.Event.parse_encrypted_event({**event, "room_id": room})
        if not isinstance(sealed, nio.MegolmEvent):
            return None
        try:
            clear = self._client.decrypt_event(sealed)
        except nio.EncryptionError:
            return None
        content, kind = clear.source.get("content"), clear.source.get("type")
        # Who, when and which event it was is the homeserver's word; only type and content were sealed.
        return {**event, "type": kind, "content": content}

    def _readable_now(self) -> Sequence[tuple[RoomId, Raw]]:
        arrived, self._arrived = self._arrived, set()
        readable = []
        for message in self.unread.of(arrived) if arrived else ():
            if (clear := self._decrypted(message.room, message.event)) is not None:
                self.unread.drop(message.id)
                readable.append((message.room, clear))
        return readable

    async def _key_came(self, event: "nio.RoomKeyEvent | nio.ForwardedRoomKeyEvent") -> None:
        self._arrived.add((event.room_id, event.session_id))

    async def _key_withheld(self, event: "nio.UnknownToDeviceEvent") -> None:
        """Somebody's device says that it does not give this one its keys, and why (often: not cross-signed)."""
        withheld = key_requests.withheld(event.type, event.source.get("content"))
        if withheld is not None:
            log.warning("event=key-withheld room=%s code=%s", withheld.room, withheld.code)
            self.unread.withheld(withheld.room, withheld.session, withheld.code)


def _joined(membership: Raw) -> bool:
    content = membership.get("content")
    return isinstance(content, Mapping) and content.get("membership") == "join"


def _pickle_key(file: Path) -> str:
    """The key of this installation that seals the store; made the first time, readable by its owner only."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        return file.read_text(encoding="ascii")
    except FileNotFoundError:
        pass
    key = secrets.token_hex(32)
    private_file.write(file, key)
    return key
