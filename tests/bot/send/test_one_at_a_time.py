"""One uncertain message at a time, unless it takes too long."""

from __future__ import annotations

import asyncio

from bot.send.one_at_a_time import OneAtATime


async def _overlap(alone: OneAtATime, release: asyncio.Event) -> int:
    """How many are inside at once when five want in and nobody leaves before ``release``."""
    inside, most = 0, 0

    async def one() -> None:
        nonlocal inside, most
        async with alone.turn():
            inside += 1
            most = max(most, inside)
            await release.wait()
            inside -= 1

    tasks = [asyncio.ensure_future(one()) for _ in range(5)]
    await asyncio.sleep(0.05)
    release.set()
    await asyncio.gather(*tasks)
    return most


def test_only_one_is_inside() -> None:
    assert asyncio.run(_overlap(OneAtATime(60), asyncio.Event())) == 1


def test_a_slow_one_lets_the_others_pass() -> None:
    assert asyncio.run(_overlap(OneAtATime(0.001), asyncio.Event())) == 5


def test_an_error_inside_frees_the_place() -> None:
    async def fail_then_enter() -> bool:
        alone = OneAtATime(60)
        try:
            async with alone.turn():
                raise ValueError
        except ValueError:
            async with alone.turn():
                return True

    assert asyncio.run(fail_then_enter())
