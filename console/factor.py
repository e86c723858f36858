"""The second factor: six digits of an authenticator app (TOTP)."""

from __future__ import annotations

import segno
from django_otp.plugins.otp_totp.models import TOTPDevice

from console.models.people import Person


def has_factor(person: Person) -> bool:
    """Whether signing in takes a second step."""
    return bool(TOTPDevice.objects.filter(user=person, confirmed=True).exists())


def fresh_device(person: Person) -> TOTPDevice:
    """The device that is being set up: one at a time, until its first code is right."""
    device: TOTPDevice
    device, _ = TOTPDevice.objects.get_or_create(user=person, confirmed=False, defaults={"name": "authenticator"})
    return device


def picture(device: TOTPDevice) -> str:
    """The device's QR code as SVG with black on white, which every camera reads."""
    svg: str = segno.make(device.config_url, error="m").svg_inline(scale=5, border=3, dark="#000", light="#fff")
    return svg


def secret(device: TOTPDevice) -> str:
    """What a person types who cannot scan: base32 in groups of four."""
    from base64 import b32encode

    text = b32encode(device.bin_key).decode()
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))
