"""Sign-in, second factor, lock, own account, members. Of allauth stand here the pages that are needed, and
under the names by which it finds them itself."""

from django.urls import URLPattern, path

from screening.office.accounts import factors, members, own, signing


urlpatterns: list[URLPattern] = [
    path("sign-in/", signing.sign_in, name="sign_in"),
    path("sign-in/", signing.sign_in, name="account_login"),
    path("sign-in/code/", signing.second_step, name="mfa_authenticate"),
    path("sign-out/", signing.sign_out, name="sign_out"),
    path("lock/", signing.lock, name="lock"),
    path("second-factor/", factors.second_factor, name="second_factor"),
    path("second-factor/app/", factors.set_up_app, name="mfa_activate_totp"),
    path("second-factor/passkey/", factors.set_up_passkey, name="mfa_add_webauthn"),
    path("second-factor/codes/", factors.codes, name="mfa_view_recovery_codes"),
    path("second-factor/codes/new/", factors.new_codes, name="mfa_generate_recovery_codes"),
    path("account/", own.own_account, name="own_account"),
    path("account/password/", own.own_password, name="own_password"),
    path("account/password-again/", factors.password_again, name="account_reauthenticate"),
    path("members/", members.members, name="members"),
    path("members/<str:member_id>/", members.member, name="member"),
]
