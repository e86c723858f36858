from console.access import May, allowed
from django.http import HttpResponse
@allowed(May.CORRECT)
def stub(request, *a, **k): return HttpResponse("")
