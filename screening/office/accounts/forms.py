"""The forms of accounts: allauth's where it checks something, with what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from allauth.account.adapter import get_adapter as account_adapter
from allauth.mfa.adapter import get_adapter as mfa_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import transaction

from screening.office.accounts import used_codes
from screening.office.models import Member, Role


class CodeForm(AuthenticateForm):
    """The second step of signing in, by a code that works once."""

    def clean_code(self) -> str:
        """Check it, and use it up, before any other request can."""
        with transaction.atomic():
            list(Authenticator.objects.select_for_update().filter(user=self.user))
            code: str = super().clean_code()
            if self.authenticator.type == Authenticator.Type.TOTP:
                # As it is now: the check saved what it changed itself.
                self.authenticator.refresh_from_db()
                if not used_codes.use(self.authenticator, code):
                    raise mfa_adapter().validation_error("incorrect_code")
            used_codes.seal_again(self.user.pk)
            self.authenticator.refresh_from_db()
        return code


@contextmanager
def _unreadable_is_wrong() -> Iterator[None]:
    """What no browser sends is a wrong answer, not a failure of the server."""
    try:
        yield
    except (AttributeError, LookupError, TypeError, ValueError) as odd:
        raise mfa_adapter().validation_error("incorrect_code") from odd


class PasskeyForm(AuthenticateWebAuthnForm):
    """The second step of signing in, by passkey."""

    def clean_credential(self) -> Authenticator:
        """Check what the browser sent."""
        with _unreadable_is_wrong():
            return super().clean_credential()


class NewPasskeyForm(AddWebAuthnForm):
    def clean(self) -> dict[str, Any]:
        """Check what the browser sent."""
        with _unreadable_is_wrong():
            return dict(super().clean())


def _password(label: str, kind: str) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": f"{kind}-password"})
    return forms.CharField(label=label, strip=False, max_length=200, widget=widget)


class OwnPasswordForm(forms.Form):
    """A new password. The one of today is asked for, unless it was made by an administrator."""

    current = _password("Password of today", "current")
    new = _password("New password", "new")
    again = _password("New password, once more", "new")

    def __init__(self, member: Member, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.member = member
        if member.must_change_password:
            del self.fields["current"]

    def clean_current(self) -> str:
        """Counted like a try to sign in."""
        current = str(self.cleaned_data["current"])
        if not account_adapter().reauthenticate(self.member, current):
            raise account_adapter().validation_error("incorrect_password")
        return current

    def clean_new(self) -> str:
        """At least 14 characters, not a common one, not the name, not the one of today."""
        new = str(self.cleaned_data["new"])
        validate_password(new, self.member)
        if self.member.check_password(new):
            raise ValidationError("This is the password of today. Choose another.")
        return new

    def clean(self) -> dict[str, Any]:
        """Both times the same."""
        told = super().clean() or {}
        if "new" in told and "again" in told and told["new"] != told["again"]:
            self.add_error("again", "The two differ. Write the new password twice.")
        return told


if TYPE_CHECKING:
    _MemberForm = forms.ModelForm[Member]
else:
    _MemberForm = forms.ModelForm


class MemberForm(_MemberForm):
    """What an administrator decides about a member."""

    class Meta:
        """Shown in this order."""

        model = Member
        fields = ("name", "role", "bar_number", "administers")
        labels = {  # noqa: RUF012 (Django's)
            "name": "Name",
            "role": "Works with screenings as",
            "bar_number": "Bar number, for attorneys",
            "administers": "Administers accounts, log, retention and settings",
        }

    role = forms.ChoiceField(label="Works with screenings as", choices=Role.choices, widget=forms.RadioSelect)

    def clean(self) -> dict[str, Any]:
        """An attorney signs with name and bar number."""
        told = super().clean() or {}
        if told.get("role") == Role.ATTORNEY and not told.get("bar_number"):
            self.add_error("bar_number", "Write the bar number: a decision is signed with it.")
        return told


class NewMemberForm(MemberForm):
    """An account that is still to be made."""

    class Meta(MemberForm.Meta):
        """With a user name, which stays."""

        fields = ("username", *MemberForm.Meta.fields)  # type: ignore[assignment]
        labels = {**MemberForm.Meta.labels, "username": "User name"}  # noqa: RUF012 (Django's)

    username = forms.CharField(
        label="User name",
        max_length=60,
        validators=[
            RegexValidator(
                r"\A[a-z0-9][a-z0-9._-]+\Z",
                "Use small letters, digits, points and hyphens, at least two, for example dana.reyes.",
            )
        ],
    )

    def clean_username(self) -> str:
        """One name, one account, in every office of this installation."""
        username = str(self.cleaned_data["username"])
        if Member.objects.filter(username=username).exists():
            raise ValidationError("This user name is taken. Choose another.")
        return username
