"""Wrong codes are counted in the cache, as starts are."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [("screening", "0003_authoritycheck")]
    operations: ClassVar = [migrations.DeleteModel(name="WrongCodes")]
