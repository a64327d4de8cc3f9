import random
random.seed(42)
print(random.random(), random.randint(1, 6), random.choice("abc"), random.sample(range(100), 3), random.uniform(1, 2), random.gauss(0, 1), random.randrange(0, 10, 2), random.choices("ab", weights=[1, 9], k=4), random.getrandbits(8), random.randbytes(2))
l = [1, 2, 3, 4]
random.shuffle(l)
state = random.getstate()
x = random.random()
random.setstate(state)
print(l, x == random.random(), random.expovariate(1), random.betavariate(1, 2), random.triangular(0, 1), random.normalvariate(), random.lognormvariate(0, 1), random.gammavariate(1, 1), random.paretovariate(1), random.vonmisesvariate(0, 1), random.weibullvariate(1, 1))
r = random.Random(7)
print(r.random(), r.choice([1, 2]), random.Random("text").random(), 0 <= random.SystemRandom().random() < 1)
class Loaded(random.Random):
    def random(self): return 0.5
print(Loaded().choice("abc"), Loaded().uniform(0, 10))
random.choice([])  ### raised: IndexError

# ---
# python: >=3.12
import random
random.seed(1)
print(random.binomialvariate(10, 0.5))

# ---
import random
random.seed(3)
random.Random.random = lambda self: 0.25
print(random.Random().random())

# ---
import random
random.main  ### denied: the command line of the module
