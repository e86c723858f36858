"""Every address of the console. Each view says in its guard what it asks of people; see console.access."""

from __future__ import annotations

from django.urls import URLPattern, path

from console.views import (
    account,
    audit,
    content,
    conversation,
    corrections,
    dashboard,
    export,
    missing,
    people,
    queue,
    second,
    sign_in,
    turns,
)

handler400 = "console.views.faults.not_understood"
handler403 = "console.views.faults.not_understood"
handler404 = "console.views.faults.not_found"
handler500 = "console.views.faults.broken"

_doors = [
    path("in/", sign_in.sign_in, name="sign_in"),
    path("out/", sign_in.sign_out, name="sign_out"),
    path("second-step/", sign_in.factor, name="factor"),
    path("welcome/<str:token>/", sign_in.welcome, name="welcome"),
    path("me/", account.account, name="account"),
    path("me/second-factor/", account.factor_new, name="factor_new"),
    path("me/second-factor/remove/", account.factor_remove, name="factor_remove"),
    path("me/chats/", account.find_chats, name="find_chats"),
    path("theme/", account.theme, name="theme"),
]
_work = [
    path("", queue.queue, name="queue"),
    path("filters/", queue.filter_save, name="filter_save"),
    path("filters/<int:pk>/delete/", queue.filter_delete, name="filter_delete"),
    path("conversations/<str:name>/", conversation.conversation, name="conversation"),
    path("conversations/<str:name>/erase/", conversation.erase, name="erase"),
    path("turns/<int:pk>/judge/", turns.judge, name="judge"),
    path("turns/<int:pk>/resolve/", turns.resolve, name="resolve"),
    path("turns/<int:pk>/reviewed/", turns.reviewed, name="reviewed"),
    path("turns/<int:pk>/flag/", turns.flag, name="flag"),
    path("turns/<int:pk>/assign/", turns.assign, name="assign"),
    path("turns/<int:pk>/tag/", turns.tag, name="tag"),
    path("turns/<int:pk>/untag/", turns.untag, name="untag"),
    path("turns/<int:pk>/comment/", turns.comment, name="comment"),
    path("second/", second.second, name="second"),
    path("for-me/", second.comments, name="comments"),
    path("for-me/seen/", second.comments_seen, name="comments_seen"),
]
_office = [
    path("missing/", missing.missing, name="missing"),
    path("missing/settle/", missing.missing_settle, name="missing_settle"),
    path("turns/<int:pk>/correct/", corrections.correct, name="correct"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("corrections/export/", corrections.corrections_export, name="corrections_export"),
    path("corrections/<int:pk>/drop/", corrections.correction_drop, name="correction_drop"),
    path("content/", content.content, name="content"),
    path("content/export/", content.content_export, name="content_export"),
    path("content/<str:name>/", content.topic, name="topic"),
    path("content/<str:name>/sign/", content.sign_off, name="sign_off"),
    path("figures/", dashboard.dashboard, name="dashboard"),
    path("export/<str:kind>/", export.export, name="export"),
    path("people/", people.people, name="people"),
    path("people/<int:pk>/", people.person_change, name="person_change"),
    path("people/<int:pk>/link/", people.person_link, name="person_link"),
    path("audit/", audit.audit, name="audit"),
]

urlpatterns: list[URLPattern] = [*_doors, *_work, *_office]
